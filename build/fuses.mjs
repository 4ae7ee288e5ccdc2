/** Electron's switches inside the binary, all nine of them, set for good before anything is signed. */
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/** @satisfies {import('@electron/fuses').FuseConfig} */
export const fuses = /** @type {const} */ ({
  version: FuseVersion.V1,
  // A fuse that a later Electron adds must be decided here, or packaging fails.
  strictlyRequireAllFuses: true,
  // The binary is no general Node.js for whoever finds it.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // No cookies are kept, so there is nothing to encrypt.
  [FuseV1Options.EnableCookieEncryption]: false,
  // The second one closes the way around the first.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // There is no snapshot of our own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come from app://, never from file://.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
});

const extensions = { darwin: '.app', mas: '.app', win32: '.exe', linux: '' };

/**
 * electron-builder's own setting knows eight of the nine fuses and cannot be strict; hence this hook.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function setFuses({ appOutDir, electronPlatformName, packager }) {
  const platform = /** @type {keyof typeof extensions} */ (electronPlatformName);
  const name =
    'executableName' in packager ? packager.executableName : packager.appInfo.productFilename;
  await flipFuses(join(appOutDir, `${name}${extensions[platform]}`), {
    ...fuses,
    // Apple silicon starts nothing unsigned; where no key signs it later, this signature must hold.
    resetAdHocDarwinSignature: platform === 'darwin',
  });
}
