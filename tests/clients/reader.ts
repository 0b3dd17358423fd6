// A program on the types that openapi-typescript makes: `node reader.js ADDRESS KEY`.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

type Submission = components["schemas"]["Submission"];
type LineResult = components["schemas"]["LineResult"];
type Claim = components["schemas"]["Claim"];

function check(holds: boolean, what: unknown): asserts holds {
  if (!holds) throw new Error(JSON.stringify(what));
}

const [address = "", key = ""] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: address, headers: { Authorization: `Bearer ${key}` } });
const texts = [
  "Ann Lee denied on Friday that the bridge would close.",
  "Bo Carver said that the ferry would sail. Ann Lee denied that it was late.",
];

const submitted: string[] = [];
for (const text of texts) {
  const body: Submission = { text, published_at: "2024-11-22", publisher: "The Example" };
  const { data, error, response } = await client.POST("/v1/documents", { body });
  check(response.status === 201 && typeof data === "object", error);
  check(data.claims.some((claim) => claim.act === "deny"), data);
  submitted.push(data.id);
}

const lines = await client.POST("/v1/documents", {
  body: texts.map((text) => JSON.stringify({ text }) + "\n").join(""),
  bodySerializer: (body) => body,
  headers: { "Content-Type": "application/x-ndjson" },
  parseAs: "text",
});
check(typeof lines.data === "string", lines.error);
const answers: LineResult[] = lines.data.trim().split("\n").map((line) => JSON.parse(line));
check(answers.every((answer, place) => answer.status === 200 && answer.id === submitted[place]), answers);

const found: Claim[] = [];
for (let cursor: string | undefined; ; ) {
  const query = { actor: ["Ann Lee"], act: ["deny" as const], limit: 1, ...(cursor && { cursor }) };
  const { data, error } = await client.GET("/v1/claims", { params: { query } });
  check(data !== undefined, error);
  found.push(...data.items);
  if (data.next === null) break;
  cursor = data.next;
}
check(found.length === 2, found);
const first = found[0];
check(first?.cue.text === "denied", first);

const missing = await client.GET("/v1/documents/{id}", { params: { path: { id: "unknown" } } });
check(missing.error?.status === 404, missing.error);
for (const id of submitted) {
  const { response } = await client.DELETE("/v1/documents/{id}", { params: { path: { id } } });
  check(response.status === 204, id);
}
console.log("all well");
