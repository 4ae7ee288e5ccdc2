import { workOut, type Quantities, type WorkedLine } from '../formula/worked.ts';
import type { Choice, ParamSpecs } from '../params.ts';
import { schedules, type ScheduleId } from './index.ts';
import type { ScheduleSpec } from './schedule.ts';

/**
 * How a pure schedule comes to its rate `lr` at index t, worked out in its own symbols; null where one line does
 * not say it (schedules put together from others, cycles). `peakLr` is η₀, `total` the length of the run in the
 * schedule's unit.
 */
export function workedRate(
  { id, params }: Choice,
  { peakLr, total, t, lr }: { peakLr: number; total: number; t: number; lr: number },
): WorkedLine | null {
  const spec = schedules[id as ScheduleId] as unknown as ScheduleSpec<string, ParamSpecs>;
  const given = spec.arithmetic?.(params as never, total, t);
  if (!given) return null;
  const { formula, numbers = {}, symbols = {} } = given;
  const quantities: Quantities = {
    ...Object.fromEntries(
      Object.entries(spec.params).flatMap(([name, param]) =>
        param.kind === 'number'
          ? [[name, { symbol: param.symbol, value: numbers[name] ?? (params[name] as number) }]]
          : [],
      ),
    ),
    ...Object.fromEntries(
      Object.entries(symbols).map(([name, symbol]) => [name, { symbol, value: numbers[name]! }]),
    ),
    eta0: { symbol: '\\eta_0', value: peakLr },
    t: { symbol: 't', value: t },
  };
  const rate = { symbol: '\\eta_t', value: lr };
  return workOut([{ name: 'rate', formula }], quantities, { rate })[0]!;
}
