import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';

/** The parts of a `.downhill` file by name. */
export type Parts = Record<string, Uint8Array>;

/** An archive whose manifest, if there is one to be read, has the right sizes and checksums. */
export function archiveOf(parts: Parts, how = 'set'): Uint8Array {
  const given = parts['manifest.json'];
  let manifest: Record<string, unknown> | null = null;
  try {
    manifest = JSON.parse(Buffer.from(given!).toString()) as Record<string, unknown>;
  } catch {
    // Then it is that which is wrong.
  }
  if (manifest && how === 'set' && Array.isArray(manifest['parts'])) {
    for (const part of manifest['parts'] as { name: string; bytes: number; sha256: string }[]) {
      const bytes = parts[part?.name];
      if (!bytes) continue;
      part.bytes = bytes.length;
      part.sha256 = createHash('sha256').update(bytes).digest('hex');
    }
    parts = { ...parts, 'manifest.json': Buffer.from(JSON.stringify(manifest)) };
  }
  return zipSync(parts as Zippable, { level: 0 });
}
