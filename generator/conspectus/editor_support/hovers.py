"""What an editor says of each key, one line or two: the key's own documentation, in Markdown."""

from __future__ import annotations

SURVEY = {
    "title": "The survey's name, on every page.",
    "id": "What feeds know the survey by; if you say nothing, its title. Write the first title here when it changes.",
    "tagline": "One line below the name.",
    "language": "The language of your own words, as a tag: `en`, `de`, `pt-BR`.",
    "author": "Who keeps the survey.",
    "base_url": "Where the site will stand, such as `https://user.github.io/repository/`; feeds and sitemap need it.",
    "repository": "The address of the repository the content is kept in; linked from every page.",
    "newest": "How many of the newest papers the front page shows.",
    "columns": "Columns of the comparison tables: a fact's name, with its heading and type.",
    "queries": "Questions with a page and a feed of their own: an id, and what is asked.",
    "tables": "By which columns a category, and all below it, is compared: `kv-cache: [speedup, memory]`.",
}

COLUMN = {
    "title": "The column's heading.",
    "type": "`text`; `figure`, sorted by its first number; `flag`, yes or no.",
}

QUERY = {
    "title": "The query's heading.",
    "about": "What the question is (Markdown). `[@id]` cites a paper.",
    "match": "A rule that the papers fit, written as a category's.",
    "in": "Where the papers stand: `{topic: [kv-cache]}`. One of a facet's categories, in each facet named.",
    "code": "`true`: code is published. `false`: none is known of.",
    "since": "The first year.",
    "until": "The last year.",
    "was": "Earlier ids of the query; their addresses lead here.",
}

FACET = {
    "facet": "The facet's id, which is the file's name; `topic` is the main one.",
    "title": "The facet's heading.",
    "about": "What the facet sorts by (Markdown). `[@id]` cites a paper.",
    "categories": "The categories, in the order they have on the site.",
}

CATEGORY = {
    "id": "The category's id, which is its address. Change it only with the earlier one under `was`.",
    "title": "The category's heading.",
    "about": "What belongs here (Markdown). `[@id]` cites a paper.",
    "match": "A rule that proposes papers. Try one first: `conspectus try 'any: [kv cache]'`.",
    "papers": "Papers pinned here: always in.",
    "except": "Papers that are never in, here or below, whatever the rules say.",
    "was": "Earlier ids of the category, `facet/id` for one it had in another facet; their addresses lead here.",
    "children": "The categories below this one, which counts their papers too.",
}

MATCH = {
    "any": "One of these phrases, or one of `title`, is met in title, keywords, summary or abstract; `/…/` is a regex.",
    "title": "Like `any`, in titles alone.",
    "all": "Each of these phrases is met.",
    "none": "None of these phrases is met.",
}

RECORD = {
    "id": "The paper's id, which is its address. Change it only with the earlier one under `was`.",
    "title": "The title; TeX such as `$k$` is shown as math.",
    "authors": "Names, in order: `[Ada Lampe, Bo Sternlicht]`. A last `others` says that there are more.",
    "author_count": "How many authors there are, where not all are named.",
    "date": "`2024`, `2024-04` or `2024-04-22`.",
    "date_inferred": "How the year was known where the source did not give it.",
    "source": "The file the record was imported from.",
    "abstract": "The abstract, as its authors wrote it.",
    "arxiv": 'The arXiv id, in quotes: `"2404.14469"`.',
    "doi": "The DOI: `10.1145/3731569.3764808`.",
    "venue": "The journal or conference.",
    "kind": "What kind of work it is, as CSL names it: `article-journal`, `paper-conference`, `article` (a preprint).",
    "organization": "The organisation behind the paper.",
    "subject": "A listing's subject code, such as `CV`.",
    "score": "A ranked listing's score.",
    "comments": "A daily listing's number of comments.",
    "code": "Whether code is published.",
    "volume": "The journal's volume.",
    "issue": "The journal's issue.",
    "pages": "The pages: `12-34`.",
    "publisher": "The publisher.",
    "keywords": "Keywords; rules look here too.",
    "urls": "Links: `- code: https://…`, or plain addresses.",
    "listed": "Names of the listings that showed the paper.",
    "added": "When the paper came into the survey; else the day of the listing, or that in the file's name, counts.",
    "summary": "One or two sentences of your own (Markdown). `[@id]` cites a paper.",
    "facts": 'Figures for the comparison tables: `{speedup: "3.6x, 16K tokens"}`.',
    "place": "Your own placing, `{topic: [kv-cache]}`; it decides about that facet, whatever the rules say.",
    "was": "Earlier ids of the paper; their addresses lead here.",
}
