/** Who may import whom; docs/architecture.md has the same table in words. */
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: to },
});

/** The types that page and main share: all of `electron/ipc/` but the parsers, which need a package. */
const CONTRACT = '^electron/ipc/(?!schemas)';

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(core|electron|renderer)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    only('core-alone', '^core/', '^core/', 'The core imports nothing: no package, no platform.'),
    only('contract', CONTRACT, `^core/|${CONTRACT}`),
    only('worker', '^electron/worker/', '^(core/|electron/worker/|(node:)?(worker_threads|os)$)'),
    only(
      'files',
      '^electron/files/',
      `^(core/|electron/files/|electron/store/json-values\\.ts|node_modules/(@types/papaparse|fflate|papaparse|zod)/)|^(node:)?(crypto|fs|worker_threads|zlib)$|${CONTRACT}`,
      'The format of files; also read in a thread of its own. Of the store it knows how it writes JSON.',
    ),
    {
      name: 'store-without-electron',
      severity: 'error',
      from: { path: '^electron/store/' },
      to: { path: '^(electron/(main|worker|preload)/|renderer/|test/|node_modules/electron/)' },
    },
    {
      name: 'main',
      severity: 'error',
      from: { path: '^electron/main/' },
      to: { path: '^(electron/preload/|renderer/|test/)' },
    },
    {
      name: 'run-service-without-electron',
      severity: 'error',
      comment: 'The contract and the run service know nothing of Electron.',
      from: {
        path: '^electron/(ipc|worker|files|store)/|^electron/main/(run-service|handlers|live-runs|run-delivery|after-run|continuation|extension|library-(session|desk|place|service)|backup-keeper|experiment-(ex|im)porter)\\.ts',
      },
      to: { path: '^node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    only('preload', '^electron/preload/', `^node_modules/electron/|${CONTRACT}`),
    {
      name: 'renderer',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        path: '^(electron/|test/)|^(node:|fs|path|os|child_process|worker_threads)',
        pathNot: CONTRACT,
      },
    },
    {
      name: 'pure-charts',
      severity: 'error',
      comment: 'Drawing functions know neither Svelte nor window.lab.',
      from: { path: '^renderer/src/(charts|lib)/[^.]+\\.ts$' },
      to: { path: '^(node_modules/svelte/|renderer/src/api\\.ts)' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.svelte', '.js', '.mjs', '.json'] },
  },
};
