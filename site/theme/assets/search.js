// The form of the search page. The index is searched in the browser: no word leaves it, and what
// was looked for stands after the # of the address, which is not sent to the server either.

const AT_A_TIME = 5;
/** Words that every report has: each would cost a reader the largest part of the index. */
const COMMON = new Set(
  "a about after an and are as at be before by for from had has have how in is it of on or said says that the they this to was were what when which who with".split(" "),
);
const [form, words, found, list, more] = ["search", "words", "found", "results", "more"].map(
  (id) => document.getElementById(id),
);
let engine;
let results = [];
let asked = 0;

function loaded() {
  engine ??= import("../pagefind/pagefind.js").then(async (pagefind) => {
    await pagefind.options({ noWorker: true, excerptLength: 30 });
    return pagefind;
  });
  return engine;
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** The words around what was found; of Pagefind's markup only its marks are kept. */
function excerpt(markup) {
  const parsed = new DOMParser().parseFromString(markup, "text/html").body;
  const parts = [...parsed.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent,
  );
  return element("p", "", "…", ...parts, "…");
}

function card({ url, meta, excerpt: markup }) {
  const link = element("a", "", meta.title);
  link.href = url;
  const facts = element(
    "p", "meta", element("span", "", meta.kind), element("span", "", `Reference ${meta.reference}`),
  );
  return element("li", "card", element("h2", "", link), facts, excerpt(markup));
}

/** What to look for: without common words, unless there are no others or it is a phrase. */
function telling(text) {
  if (text.includes('"')) return text;
  return text.split(/\s+/).filter((word) => !COMMON.has(word.toLowerCase())).join(" ") || text;
}

/** Show some more of the results; the first of them. */
async function show() {
  const mine = asked;
  const shown = list.children.length;
  const next = await Promise.all(
    results.slice(shown, shown + AT_A_TIME).map((result) => result.data()),
  );
  if (mine !== asked) return undefined;
  list.append(...next.map(card));
  more.hidden = list.children.length >= results.length;
  return list.children[shown];
}

function said() {
  const reports = results.length === 1 ? "1 report" : `${results.length} reports`;
  const first = more.hidden ? "" : ` These are the first ${list.children.length}.`;
  return results.length ? `${reports} found.${first}` : "No report has these words.";
}

async function search() {
  const mine = ++asked;
  const text = words.value.trim();
  list.replaceChildren();
  more.hidden = true;
  found.textContent = text ? "Searching…" : "";
  if (!text) return;
  try {
    const answer = await (await loaded()).search(telling(text));
    if (mine !== asked) return;
    results = answer.results;
    await show();
    if (mine === asked) found.textContent = said();
  } catch {
    engine = undefined;
    found.textContent = "The search does not work at the moment. Please use the list of reports.";
  }
}

function fromAddress() {
  words.value = new URLSearchParams(location.hash.slice(1)).get("words") ?? "";
  search();
}

form.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const hash = `#${new URLSearchParams({ words: words.value.trim() })}`;
  if (hash === location.hash) search();
  else location.hash = hash;
});
more.addEventListener("click", async () => {
  const first = await show();
  if (!first) return;
  found.textContent = said();
  first.querySelector("a").focus();
});
addEventListener("hashchange", fromAddress);
document.getElementById("unavailable").remove();
form.hidden = false;
fromAddress();
