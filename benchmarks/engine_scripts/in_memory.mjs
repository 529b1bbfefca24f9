// Libraries whose index a browser loads whole. Each: what it imports, `make(papers)` to what is kept as text, and `ready(text)`
// to what answers a query: `every(query)` the papers that have all of its words, `any(query)` those that have some, best first,
// as numbers. All have the weights of fields that they can have, and the nearest to our rules that they offer: a word, its other
// forms, what it begins, and only if there is none of these, what is an edit away. Of papers with some of the words, what a word
// begins is left out where that ranks better.

import { FIELDS, MOST, WEIGHTS, folded, words } from "./queries.mjs";

const text = (paper) => FIELDS.map((field) => paper[field]).join("\n");

export const minisearch = {
  imports: ["minisearch"],
  settings: { fields: FIELDS, idField: "number", processTerm: folded },
  make(MiniSearch, papers) {
    const index = new MiniSearch(this.settings);
    index.addAll(papers);
    return JSON.stringify(index);
  },
  ready(MiniSearch, kept) {
    const index = MiniSearch.loadJSON(kept, this.settings);
    const asked = (query, options) => index.search(query, { boost: WEIGHTS, prefix: (word) => word.length > 2, ...options }).map(({ id }) => id);
    const fuzzy = (word) => (word.length > 4 ? 1 : false);
    const near = (query) => {
      const found = asked(query, { combineWith: "AND" });
      return found.length ? found : asked(query, { combineWith: "AND", fuzzy });
    };
    return { every: near, any: (query) => asked(query, { combineWith: "OR", prefix: false }) };
  },
};

// It has no weights of fields, and finds words of several fields only where these are one text.
export const flexsearch = {
  imports: ["flexsearch"],
  index: ({ Index }) => new Index({ tokenize: "forward" }),
  async make(library, papers) {
    const index = this.index(library);
    for (const paper of papers) index.add(paper.number, text(paper));
    const kept = {};
    await index.export((name, data) => (kept[name] = data));
    return JSON.stringify(kept);
  },
  async ready(library, kept) {
    const index = this.index(library);
    for (const [name, data] of Object.entries(JSON.parse(kept))) index.import(name, data);
    const asked = (query, suggest) => index.search(query, { limit: MOST, suggest });
    return { every: (query) => asked(query, false), any: (query) => asked(query, true) };
  },
};

export const lunr = {
  imports: ["lunr"],
  make(lunr, papers) {
    return JSON.stringify(lunr(function () {
      this.ref("number");
      for (const field of FIELDS) this.field(field, { boost: WEIGHTS[field] });
      for (const paper of papers) this.add(paper);
    }));
  },
  ready(lunr, kept) {
    const index = lunr.Index.load(JSON.parse(kept));
    const stems = (query) => index.pipeline.runString(words(query).join(" ")).length
      ? words(query).flatMap((word) => index.pipeline.runString(word)) : words(query);
    const asked = (query, presence, nearness) => index.query((made) => {
      for (const stem of stems(query)) made.term(stem, { presence, usePipeline: false, ...nearness(stem) });
    }).map(({ ref }) => Number(ref));
    const begun = (stem) => (stem.length > 2 ? { wildcard: lunr.Query.wildcard.TRAILING } : {});
    const misspelt = (stem) => (stem.length > 4 ? { editDistance: 1 } : {});
    const { REQUIRED, OPTIONAL } = lunr.Query.presence;
    const near = (query) => {
      const found = asked(query, REQUIRED, begun);
      return found.length ? found : asked(query, REQUIRED, misspelt);
    };
    return { every: near, any: (query) => asked(query, OPTIONAL, () => ({})) };
  },
};

export const elasticlunr = {
  imports: ["elasticlunr"],
  make(elasticlunr, papers) {
    const index = elasticlunr();
    index.setRef("number");
    index.saveDocument(false);
    for (const field of FIELDS) index.addField(field);
    for (const paper of papers) index.addDoc(paper);
    return JSON.stringify(index);
  },
  ready(elasticlunr, kept) {
    const index = elasticlunr.Index.load(JSON.parse(kept));
    const fields = Object.fromEntries(FIELDS.map((field) => [field, { boost: WEIGHTS[field] }]));
    const asked = (query, bool, expand) => index.search(query, { fields, bool, expand }).map(({ ref }) => Number(ref));
    return { every: (query) => asked(query, "AND", true), any: (query) => asked(query, "OR", false) };
  },
};

export const orama = {
  imports: ["@orama/orama", "@orama/stemmers/english", "@orama/stopwords/english"],
  index: ({ create }, { stemmer, language }, { stopwords: stopWords }) => create({
    schema: Object.fromEntries(FIELDS.map((field) => [field, "string"])),
    components: { tokenizer: { language, stemming: true, stemmer, stopWords } },
  }),
  async make(library, stemmers, stops, papers) {
    const index = this.index(library, stemmers, stops);
    await library.insertMultiple(index, papers.map((paper) => ({ ...paper, id: String(paper.number) })));
    const { docs, ...kept } = library.save(index); // what results show is stored elsewhere
    const ids = Object.fromEntries(Object.keys(docs.docs).map((id) => [id, {}]));
    return JSON.stringify({ ...kept, docs: { docs: ids, count: docs.count } });
  },
  ready(library, stemmers, stops, kept) {
    const index = this.index(library, stemmers, stops);
    library.load(index, JSON.parse(kept));
    const asked = async (term, threshold, tolerance) =>
      (await library.search(index, { term, threshold, tolerance, boost: WEIGHTS, limit: MOST })).hits.map(({ id }) => Number(id));
    const near = async (query, threshold) => {
      const found = await asked(query, threshold, 0);
      return found.length ? found : asked(query, threshold, 1);
    };
    return { every: (query) => near(query, 0), any: (query) => near(query, 1) };
  },
};
