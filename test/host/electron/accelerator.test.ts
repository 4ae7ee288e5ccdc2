import { describe, expect, it } from 'vitest';
import { parseAccelerator } from './accelerator.ts';

describe('parseAccelerator', () => {
  it('reads modifiers and the key', () => {
    expect(parseAccelerator('Control+Shift+Z')).toEqual({
      key: 'z',
      ctrl: true,
      shift: true,
      alt: false,
      meta: false,
    });
    expect(parseAccelerator('F11').key).toBe('f11');
    expect(parseAccelerator('Alt+Return')).toMatchObject({ key: 'enter', alt: true, ctrl: false });
  });

  it('leaves Shift open for symbols, which need it on some keyboards', () => {
    expect(parseAccelerator('Ctrl+Plus')).toMatchObject({ key: '+', shift: null });
    expect(parseAccelerator('Ctrl+,').shift).toBeNull();
  });

  it.each(['', 'Ctrl+', 'Ctrl+Foo', 'Hyper+A', 'F25', 'Ctrl+AB', 'A+B'])('refuses "%s"', (text) => {
    expect(() => parseAccelerator(text)).toThrow(/is no accelerator.*CmdOrCtrl\+Shift\+Z/);
  });
});
