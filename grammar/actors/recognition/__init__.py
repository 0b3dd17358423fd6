"""Which names an article has, and which of them are one: runs of capitals become figures.

``outline`` finds the runs, ``composition`` joins those that are one name, ``readings`` tells what a run is
by itself and ``surroundings`` what the words beside it add. ``collection`` then goes over all runs twice:
full names first (``full_names``), agencies of countries (``bodies``), and then all in order, since a short
name (``short_names``) may come before its full one. ``register`` keeps who is called what, ``people`` what a
figure is.
"""
