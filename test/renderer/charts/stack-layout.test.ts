import { describe, expect, test } from 'vitest';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import { drawNameAlong } from '../../../renderer/src/charts/draw-names.ts';
import { nameMemory, Taken } from '../../../renderer/src/charts/name-room.ts';
import { paneLines } from '../../../renderer/src/charts/pane-lines.ts';
import type { Pane, PlotSeries } from '../../../renderer/src/charts/plot.ts';
import {
  layOutStack,
  TITLE_ROW,
  type PaneLayout,
} from '../../../renderer/src/charts/stack-layout.ts';
import type { ChartTheme } from '../../../renderer/src/charts/theme.ts';

const slot = { line: 'line', faint: 'faint', band: 'band', ink: 'ink' };
const theme: ChartTheme = {
  paper: 'paper',
  ink: 'ink',
  ink2: 'ink2',
  hairline: 'hairline',
  axis: 'axis',
  accent: 'accent',
  onAccent: 'on',
  beyond: 'beyond',
  beyondInk: 'beyond ink',
  beyondTint: 'beyond tint',
  valley: 'valley',
  ridge: 'ridge',
  contour: 'contour',
  series: Array.from({ length: 8 }, () => slot),
  font: 'serif',
};
const canvas = {
  font: '',
  measureText: (text: string) => ({ width: [...text].length * 6.5 }),
} as unknown as CanvasRenderingContext2D;

function line(id: string, values: number[], given: Partial<PlotSeries> = {}): PlotSeries {
  const buffer = new SeriesBuffer();
  buffer.append({ metric: 'train/loss', first: 0, stride: 1, values: Float64Array.from(values) });
  return { id, label: id, slot: 1, view: buffer.view(0, values.length - 1, 2000), ...given };
}

function pane(id: string, series: PlotSeries[], weight = 1): Pane {
  return { id, title: id, series, yScale: 'log', weight, emptyText: 'nothing yet' };
}

function layOut(
  panes: Pane[],
  width = 560,
  height = 700,
  steps = 100,
  namesOf = nameMemory(),
): PaneLayout[] {
  return layOutStack(canvas, { panes, xDomain: [0, steps], width, height, theme, namesOf });
}

const falling = Array.from({ length: 101 }, (_, t) => 2 * 0.9 ** t);

describe('layOutStack', () => {
  test('a value that gets a digit longer beside a plot seldom moves the plot', () => {
    const rights = Array.from({ length: 12 }, (_, digits) => {
      const named = line('twelve chars', falling, { endValue: '1'.repeat(digits + 1) });
      return layOut([pane('loss', [named])], 900)[0]!.scene.x.range[1];
    });
    expect(rights.at(-1)).toBeLessThan(rights[0]! - 48);
    // 6.5 pixels a digit, in steps of 12.
    expect(new Set(rights).size).toBeLessThanOrEqual(7);
  });

  test('what stands beside the x axis has its room', () => {
    const named = [pane('loss', [line('a', falling)])];
    const given = { panes: named, xDomain: [0, 100], width: 560, height: 700, theme } as const;
    const plain = layOutStack(canvas, { ...given, namesOf: nameMemory() });
    const wide = layOutStack(canvas, { ...given, namesOf: nameMemory(), besideX: 150 });
    expect(plain[0]!.scene.nameColumn).toBeLessThan(150);
    expect(wide[0]!.scene.nameColumn).toBe(150);
    expect(wide[0]!.scene.x.range[1]).toBe(560 - 150);
  });

  const stacks = [
    [560, 700, 2],
    [340, 500, 2],
    [900, 800, 3],
    [300, 300, 3],
  ] as const;
  test.each(stacks)(
    'aligns x axes and keeps panes apart at %i × %i, %i panes',
    (width, height, n) => {
      const panes = Array.from({ length: n }, (_, i) =>
        pane(`p${i}`, [line('run', falling)], 3 - i),
      );
      const layouts = layOut(panes, width, height);
      for (const { scene } of layouts) expect(scene.x.range).toEqual(layouts[0]!.scene.x.range);
      expect(layouts[0]!.scene.x.range[1]).toBeLessThanOrEqual(width);
      layouts.forEach(({ scene, top, titleTop }, i) => {
        expect(top + scene.y.range[1]).toBeGreaterThanOrEqual(titleTop + TITLE_ROW);
        const next = layouts[i + 1];
        if (next) expect(top + scene.y.range[0]).toBeLessThan(next.titleTop);
      });
    },
  );

  test('leaves room for the words of the lowest axis', () => {
    const last = layOut([pane('a', [line('run', falling)])], 560, 400).at(-1)!;
    expect(last.top + last.scene.y.range[0]).toBeLessThanOrEqual(400 - 24);
  });

  test('gives long names more room, but never the plot', () => {
    const wide = (name: string) => {
      const { x } = layOut([pane('a', [line(name, falling)])])[0]!.scene;
      return x.range[1] - x.range[0];
    };
    expect(wide('constant')).toBeGreaterThan(wide('literal recurrence'));
    expect(wide('x'.repeat(200))).toBeGreaterThan(300);
  });

  test('makes y labels never stand closer than they are high', () => {
    const { y, yTicks } = layOut([pane('a', [line('run', [1, 1e300])])], 560, 160)[0]!.scene;
    const decades = Math.log10(y.domain[1]) - Math.log10(y.domain[0]);
    const heights = yTicks
      .filter(({ label }) => label !== null)
      .map(
        ({ value }) =>
          ((Math.log10(value) - Math.log10(y.domain[0])) / decades) * (y.range[0] - y.range[1]),
      );
    heights.slice(1).forEach((height, i) => expect(height - heights[i]!).toBeGreaterThan(14));
  });
});

describe('a name along a line', () => {
  const pen = new Proxy(canvas, {
    get: (target, key) => Reflect.get(target, key) ?? (() => undefined),
  });
  const namesOf = nameMemory();
  /** Where the name begins, in a pane of which the right part may be taken. */
  function drawn(
    { width = 560, height = 400, steps = 100, taken = 0 } = {},
    given: Partial<Pane> = {},
  ): number {
    const panes = [{ ...pane('a', [line('run', falling)]), ...given }];
    const { scene } = layOut(panes, width, height, steps, namesOf)[0]!;
    const used = new Taken({ left: 0, top: 0, width, height: scene.height });
    const [, right] = scene.x.range;
    used.take({ left: right - taken, top: 0, width: taken, height: scene.height });
    drawNameAlong(pen, 'floor', 'as expected', 'ink', () => 100, scene, used);
    return scene.names.get('floor')!.left;
  }

  test('keeps its place as data come, and looks for it anew in another plot', () => {
    const first = drawn({ taken: 150 });
    expect(drawn()).toBe(first);
    const wide = drawn({ width: 900 });
    expect(wide).toBeGreaterThan(first + 400);
    const back = drawn();
    expect(back).toBeGreaterThan(first + 100);
    for (const change of [{ height: 500 }, { steps: 200 }]) {
      const before = drawn({ ...change, taken: 150 });
      expect(drawn(change)).toBe(before);
      expect(drawn()).toBe(back);
    }
    expect(drawn({ taken: 150 }, { yScale: 'linear' })).toBe(first);
    expect(drawn()).toBe(back);
  });
});

describe('paneLines', () => {
  const scene = (series: PlotSeries[], given: Partial<Pane> = {}) =>
    layOut([{ ...pane('a', series), ...given }])[0]!.scene;

  test('orders theory, raw values, runs, the selected run', () => {
    const series = [
      line('chosen', falling, { emphasised: true }),
      line('other', falling),
      line('raw', falling, { faint: true }),
    ];
    const theory = [{ label: 'floor', points: [{ x: 0, y: 1 }] }];
    const ids = paneLines(scene(series, { theory })).map(({ id }) => id);
    expect(ids).toEqual(['theory 0', 'raw', 'other', 'chosen']);
  });

  test('dashes smooth lines by their slot, and no line that runs up and down in every column', () => {
    const noisy = Array.from({ length: 2001 }, (_, t) => (t % 2 === 0 ? 1 : 1e-3));
    const [calm, jagged] = paneLines(scene([line('calm', falling), line('jagged', noisy)]));
    expect(calm!.dash).toEqual([6, 3]);
    expect(jagged!.dash).toEqual([]);
    expect(jagged!.width).toBeLessThan(calm!.width);
  });

  test('ends a line that leaves the pane where it crosses the edge', () => {
    const [left] = paneLines(scene([line('run', [1, 0.1, 1e-4, 1e-6])], { yDomain: [1e-3, 10] }));
    expect(left!.exit).toMatchObject({ down: true });
    expect(left!.exit!.x).toBeGreaterThan(left!.end!.x / 2 - 100);
    const [back] = paneLines(scene([line('run', [1, 1e-9, 1])], { yDomain: [1e-3, 10] }));
    expect(back!.exit).toBeNull();
  });

  test('marks zeros on a log axis, but not behind the arrow of a line that stays there', () => {
    const [away] = paneLines(scene([line('run', [1, 0, 1, 0.5, 0, 0, 0])]));
    expect(away!.belowZero).toHaveLength(1);
  });

  test('draws what runs through the whole pane in every column as bars, named at their middle', () => {
    const wild = Array.from({ length: 60_001 }, (_, t) => [1, 1e-3, 1e-1][t % 3]!);
    const [area] = paneLines(scene([line('wild', wild)]));
    const [foot, top] = scene([line('wild', wild)]).y.range;
    expect(area!.kind).toBe('bars');
    expect(area!.end!.y).toBeGreaterThan(top + (foot - top) * 0.25);
    expect(area!.end!.y).toBeLessThan(top + (foot - top) * 0.75);
    expect(paneLines(scene([line('calm', falling)]))[0]!.kind).toBe('line');
  });
});
