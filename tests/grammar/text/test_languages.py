"""Texts that are clearly not English are told by their small words; all else has the benefit of doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grammar.text.languages import ENGLISH, foreign, language_of
from tests.articles import load, names

# The first article of the Universal Declaration of Human Rights, as the United Nations publish it.
DECLARATION = {
    "af": "Alle menslike wesens word vry, met gelyke waardigheid en regte, gebore. Hulle het rede"
    " en gewete en behoort in die gees van broederskap teenoor mekaar op te tree.",
    "ca": "Tots els éssers humans neixen lliures i iguals en dignitat i en drets. Són dotats de raó"
    " i de consciència, i han de comportar-se fraternalment els uns amb els altres.",
    "cs": "Všichni lidé se rodí svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem"
    " a svědomím a mají spolu jednat v duchu bratrství.",
    "cy": "Genir pawb yn rhydd ac yn gydradd â'i gilydd mewn urddas a hawliau. Fe'u cynysgaeddir â"
    " rheswm a chydwybod, a dylai pawb ymddwyn y naill at y llall mewn ysbryd cymodlon.",
    "da": "Alle mennesker er født frie og lige i værdighed og rettigheder. De er udstyret med"
    " fornuft og samvittighed, og de bør handle mod hverandre i en broderskabets ånd.",
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft"
    " und Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.",
    "es": "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como"
    " están de razón y conciencia, deben comportarse fraternalmente los unos con los otros.",
    "et": "Kõik inimesed sünnivad vabadena ja võrdsetena oma väärikuselt ja õigustelt. Neile on"
    " antud mõistus ja südametunnistus ja nende suhtumist üksteisesse peab kandma vendluse"
    " vaim.",
    "fi": "Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan. Heille on"
    " annettu järki ja omatunto, ja heidän on toimittava toisiaan kohtaan veljeyden hengessä.",
    "fr": "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués"
    " de raison et de conscience et doivent agir les uns envers les autres dans un esprit de"
    " fraternité.",
    "hu": "Minden emberi lény szabadon születik és egyenlő méltósága és joga van. Az emberek,"
    " ésszel és lelkiismerettel bírván, egymással szemben testvéri szellemben kell hogy"
    " viseltessenek.",
    "id": "Semua orang dilahirkan merdeka dan mempunyai martabat dan hak-hak yang sama. Mereka"
    " dikaruniai akal dan hati nurani dan hendaknya bergaul satu sama lain dalam semangat"
    " persaudaraan.",
    "it": "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati"
    " di ragione e di coscienza e devono agire gli uni verso gli altri in spirito di"
    " fratellanza.",
    "nl": "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn begiftigd"
    " met verstand en geweten, en behoren zich jegens elkander in een geest van broederschap"
    " te gedragen.",
    "pl": "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni"
    " obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa.",
    "pt": "Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de"
    " razão e de consciência, devem agir uns para com os outros em espírito de fraternidade.",
    "ro": "Toate ființele umane se nasc libere și egale în demnitate și în drepturi. Ele sunt"
    " înzestrate cu rațiune și conștiință și trebuie să se comporte unele față de altele în"
    " spiritul fraternității.",
    "sv": "Alla människor är födda fria och lika i värde och rättigheter. De är utrustade med"
    " förnuft och samvete och bör handla gentemot varandra i en anda av broderskap.",
    "vi": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền. Mọi con"
    " người đều được tạo hoá ban cho lý trí và lương tâm và cần phải đối xử với nhau trong"
    " tình bằng hữu.",
    "bg": "Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум и"
    " съвест и следва да се отнасят помежду си в дух на братство.",
    "ru": "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены"
    " разумом и совестью и должны поступать в отношении друг друга в духе братства.",
    "uk": "Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені"
    " розумом і совістю і повинні діяти у відношенні один до одного в дусі братерства.",
    "el": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
    "he": "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון.",
    "und-Arab": "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق. وقد وهبوا عقلا وضميرا.",
    "und-Deva": "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
    "ja": "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。",
    "ko": "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    "zh": "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。",
    "en": "All human beings are born free and equal in dignity and rights. They are endowed with"
    " reason and conscience and should act towards one another in a spirit of brotherhood.",
}
DOUBTFUL = {
    "nothing": "",
    "a line": "Mary Lee said that it rains.",
    "a short line of another language": "Le maire a dit non.",
    "names": "Real Madrid, Atlético de Madrid, Juventus, Paris Saint-Germain, Bayern München, Inter,"
    " Ajax, Porto, Benfica, Roma, Napoli, Lazio, Sevilla, Villarreal",
    "results": "Liverpool 3 Chelsea 1 Arsenal 2 Everton 2 Leeds 0 Fulham 4 Burnley 1 Wolves 0 Brentford 2",
    "addresses": "Sites: www.example.com www.example.com/com http://mail.example.com"
    " https://shop.example.com http://www.example.com https://news.example.com com com com",
    "figures": "12 13 14 15 " * 30,
}
FULL_OF_NAMES = (
    "Pedro Sánchez, Emmanuel Macron and Donald Tusk met in Brussels on Friday. Ursula von der Leyen denied"
    " that Olaf Scholz had objected.",
    "Starting line-up: De Gea, Van Dijk, De Bruyne, Van de Beek, De Ligt, Di María, El Ghazi. Manager Ten Hag"
    " said Van Persie would not play.",
    "Los Angeles Mayor Eric Garcetti and Las Vegas Mayor Carolyn Goodman urged La Cañada Flintridge and El"
    " Monte residents to evacuate Thursday.",
    "Killed: Jose Maria de la Cruz, 34; Ana de los Santos, 22; Juan del Rio, 18; Pedro de la Hoya, 45, all of"
    " Laredo.",
    "Shares fell. Tesla down 3%. Apple up. Analysts: rate cut unlikely. Powell: inflation sticky. Markets"
    " await jobs data Friday.",
)
ENGLISH_AND_OTHERS = (
    "The minister said in French: « Nous ne sommes pas contre la réforme, mais elle est pour"
    " nous trop tôt. » She told reporters afterwards that the government would not change its"
    " mind, and that there was no other way.",
    'The film "La vie est à nous" will be shown with "Das Leben ist schön" and "La vida es bella" at the'
    " festival, the organisers said on Friday, and they expect more people than there were last year.",
)


@pytest.mark.parametrize(("language", "text"), DECLARATION.items(), ids=DECLARATION)
def test_a_text_of_two_sentences_is_enough(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("language", "text"), DECLARATION.items(), ids=DECLARATION)
def test_length_changes_nothing(language: str, text: str) -> None:
    assert language_of((text + "\n") * 20) == language


def test_an_english_beginning_makes_no_text_english() -> None:
    text = (DECLARATION["en"] + "\n") * 2 + (DECLARATION["de"] + "\n") * 20
    assert language_of(text) == "de"


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_is_short_or_no_language_is_left_open(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize("text", FULL_OF_NAMES)
def test_names_make_no_text_another(text: str) -> None:
    assert language_of(text) in {None, ENGLISH}


@pytest.mark.parametrize("text", ENGLISH_AND_OTHERS)
def test_quotations_in_other_languages_make_no_text_another(text: str) -> None:
    assert language_of(text) == ENGLISH


@pytest.mark.parametrize("name", names())
def test_the_sample_articles_are_english(name: str) -> None:
    assert language_of(load(name).text) == ENGLISH


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    code = language_of(text)
    assert code is None or foreign(code)
