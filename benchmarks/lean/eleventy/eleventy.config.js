// A survey in Eleventy: papers and categories are Markdown files, which folder data gives their layouts and addresses.

const MONTHS = "January February March April May June July August September October November December".split(" ");

export default function (config) {
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("date", (date) => `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`);
  config.addCollection("papers", (all) => newest(all));
  config.addCollection("categories", (all) =>
    Object.fromEntries(all.getAll().filter((page) => !page.data.paper).map((page) => [page.url, page])));
  config.addCollection("inside", (all) => {
    const inside = {};
    const facets = all.getAll()[0].data.survey.facets;
    for (const paper of newest(all)) {
      for (const { folder } of facets) {
        for (const id of paper.data[folder] ?? []) (inside[`/${folder}/${id}/`] ??= []).push(paper);
      }
    }
    return inside;
  });
  return { markdownTemplateEngine: false, dir: { input: "content", includes: "../_includes", data: "../_data" } };
}

function newest(all) {
  return all.getAll().filter((page) => page.data.paper).sort((one, other) => one.data.weight - other.data.weight);
}
