/** Says in one sentence what is wrong with the Node.js in use; older ones die inside SQLite without a word. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 14)) {
  console.error(
    `Downhill needs Node.js 22.14 or newer, and this is ${process.versions.node}. Run "npm ci" (it brings Node.js 24 along) and use the npm scripts: npm start, npm test.`,
  );
  process.exit(1);
}
