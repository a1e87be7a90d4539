// The browser is looked for (scripts/browser.mjs), not downloaded while installing: that download fails on closed networks.
module.exports = { skipDownload: true };
