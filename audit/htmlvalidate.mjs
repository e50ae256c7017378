// The rules that every page of a site keeps: all that html-validate recommends, but for those below.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // HTML reads DOCTYPE in any case; the theme writes it small, as it writes all names.
    "doctype-style": ["error", { style: "lowercase" }],
    // The title of a paper's page is the title of the paper, however long.
    "long-title": "off",
  },
};
