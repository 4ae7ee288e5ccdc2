/**
 * Says in one sentence what is wrong with the Node.js in use: an older one dies inside SQLite without
 * a word (below 22.14) or cannot run TypeScript files (below 22.18).
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Downhill's scripts need Node.js 22.18 or newer, and this is ${process.versions.node}. Run "npm ci" without --ignore-scripts (it brings Node.js 24 along), then use the npm scripts: npm start, npm test.`,
  );
  process.exit(1);
}
