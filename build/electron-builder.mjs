/**
 * Installers and archives: `npm run dist`. Everything but better-sqlite3 is bundled into out/, so the
 * archive holds four folders, one native module and nothing else.
 *
 * `DOWNHILL_ELECTRON_DIST` names an unpacked Electron to package instead of the downloaded one; the
 * packaging test gives a stub.
 */
import { setFuses } from './fuses.mjs';

const artifact = '${productName}-${version}-${os}-${arch}';
const ownDist = process.env['DOWNHILL_ELECTRON_DIST'];
const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
/** A .deb must name a page: that of the repository that builds it, else one that says there is none. */
const homepage = repository ? `${server}/${repository}` : 'https://downhill.invalid';

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'org.downhill.lab',
  productName: 'Downhill',
  copyright: 'The Downhill authors, MIT licence',
  ...(ownDist ? { electronDist: ownDist } : {}),
  directories: { output: 'release', buildResources: 'build/resources' },
  artifactName: `${artifact}.\${ext}`,
  extraMetadata: { homepage },
  files: [
    'out/{main,preload,renderer,worker}/**',
    'package.json',
    '!**/*.map',
    '!node_modules/better-sqlite3/{src,deps,binding.gyp,README.md}',
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
    '!node_modules/node-addon-api',
  ],
  extraFiles: [{ from: 'LICENSE', to: 'LICENSE.txt' }],
  asar: true,
  asarUnpack: ['node_modules/better-sqlite3/**'],
  // better-sqlite3 brings one Node-API binary per system; there is nothing to compile.
  npmRebuild: false,
  nodeGypRebuild: false,
  electronLanguages: ['en', 'en-US', 'zh-CN', 'zh_CN'],
  afterPack: setFuses,
  publish: null,
  // The default AppImage runtime needs libfuse2, which current distributions no longer bring.
  toolsets: { appimage: '1.0.3' },
  fileAssociations: [
    {
      ext: 'downhill',
      name: 'Downhill file',
      description: 'Downhill file',
      mimeType: 'application/x-downhill',
      role: 'Editor',
    },
  ],
  linux: {
    target: ['AppImage', 'deb', 'tar.gz'],
    icon: 'build/resources/icons',
    executableName: 'downhill',
    category: 'Education;Science',
    synopsis: 'Gradient descent under learning-rate schedules, by real experiments',
    description:
      'See how gradient descent behaves under a learning-rate schedule, by running real experiments. Offline, in Chinese and English.',
    maintainer: 'The Downhill authors <authors@downhill.invalid>',
    syncDesktopName: true,
    desktop: {
      entry: {
        'Name[zh_CN]': '下山',
        'Comment[zh_CN]': '用真实的实验，看清学习率策略如何左右梯度下降',
        Keywords: 'gradient;descent;optimizer;learning rate;schedule;machine learning;',
        StartupWMClass: 'downhill',
      },
    },
  },
  deb: {
    packageName: 'downhill',
    priority: 'optional',
    recommends: ['fonts-noto-cjk'],
  },
  mac: {
    target: ['dmg'],
    icon: 'build/resources/icon.icns',
    category: 'public.app-category.education',
    hardenedRuntime: true,
    // Signed and notarized where the environment holds the keys; unsigned builds stay possible.
    notarize: Boolean(process.env['APPLE_ID'] ?? process.env['APPLE_API_KEY']),
  },
  dmg: { title: '${productName} ${version}' },
  win: { target: ['nsis', 'portable'], icon: 'build/resources/icon.ico' },
  nsis: {
    artifactName: `${artifact}-setup.\${ext}`,
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['en_US', 'zh_CN'],
    displayLanguageSelector: false,
    license: 'LICENSE',
    // A person's experiments are theirs.
    deleteAppDataOnUninstall: false,
  },
  portable: { artifactName: `${artifact}-portable.\${ext}` },
};
