import { isAdaptive } from '../schedules/index.ts';
import {
  countsPlainly,
  firstRates,
  ticksOf,
  type CodeRequest,
  type CodeTarget,
  type Say,
} from './code-request.ts';
import { scalar } from './dialect.ts';
import { assignList, define, digits, float, indent, zeroTolerance } from './python.ts';
import { compositeOf } from './pytorch-composites.ts';
import { pytorchPlateau } from './pytorch-plateau.ts';
import { nativeOf } from './pytorch-schedulers.ts';
import { factorFunction, type Rule } from './rule.ts';
import { ruleOf } from './rules/index.ts';
import { snippet } from './snippet.ts';
import { firstRatesAre, indexLines, momentumStays, tickName, title } from './words.ts';

/** How a scheduler is made. */
interface Making {
  /** Classes to import. */
  readonly classes: readonly string[];
  /** Functions and tables it refers to. */
  readonly setup: readonly string[];
  /** Statements of `make_scheduler`. */
  readonly body: readonly string[];
  /** A comment on what it leaves out. */
  readonly note: string | null;
  /** Whether it wants an optimizer with momentum. */
  readonly momentum: boolean;
}

/** A scheduler of torch.optim.lr_scheduler, its own where it has one, else LambdaLR with the closed rule. */
export const pytorch: CodeTarget = {
  id: 'pytorch',
  name: 'PyTorch',
  write(request, say) {
    if (isAdaptive(request.schedule.id)) return pytorchPlateau(request, say);
    if (request.schedule.id === 'constant') return constant(request, say);
    const making = makingOf(request, say);
    const imports = `from torch.optim.lr_scheduler import ${[...making.classes].sort().join(', ')}`;
    return snippet([
      [title(request, say), 'import torch', imports],
      making.setup,
      define('make_scheduler(optimizer)', making.body),
      usage(request, making, say),
      assertions(request, making, say),
    ]);
  },
};

function constant(request: CodeRequest, say: Say): string {
  const lr = float(request.lr);
  return snippet([
    [title(request, say), 'import torch'],
    [
      say({
        zh: '# 学习率不变，不需要 scheduler；把参数换成自己的 model.parameters()。',
        en: '# A constant rate needs no scheduler; put your own model.parameters() here.',
      }),
      `optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=${lr})`,
      `assert optimizer.param_groups[0]["lr"] == ${lr}`,
    ],
  ]);
}

function makingOf(request: CodeRequest, say: Say): Making {
  const { schedule, lr } = request;
  const { total } = ticksOf(request);
  const plain = countsPlainly(request);
  const native = plain ? nativeOf(schedule, lr, total) : null;
  if (native) {
    return {
      classes: [native.name],
      setup: [],
      body: call(native.name, native.args),
      note: null,
      momentum: native.momentum ?? false,
    };
  }
  const composite = plain ? compositeOf(schedule, lr, total) : null;
  if (composite) return { ...composite, note: null, momentum: false };
  return lambda(request, ruleOf(schedule, scalar, total), say);
}

/** `return Name(optimizer, …)`, one argument a line where they are many. */
function call(name: string, args: string): string[] {
  const short = `return ${name}(optimizer, ${args})`;
  if (short.length <= 88) return [short];
  return [
    `return ${name}(`,
    ...indent(['optimizer,', ...args.split(', ').map((a) => `${a},`)]),
    ')',
  ];
}

function lambda(request: CodeRequest, rule: Rule, say: Say): Making {
  const tick = tickName(request);
  const index = indexLines(request, say, tick, (t) => `max(0, ${t})`);
  const short = `return LambdaLR(optimizer, lambda t: ${rule.factor})`;
  const plain = !rule.setup?.length && !rule.body?.length && index.length === 0;
  const shared = {
    classes: ['LambdaLR'],
    note: ticksOf(request).cyclesMomentum ? say(momentumStays) : null,
    momentum: false,
  };
  if (plain && short.length <= 88) return { ...shared, setup: [], body: [short] };
  const lines = [...index, ...(rule.body ?? []), `return ${rule.factor}`];
  const factor =
    index.length === 0
      ? factorFunction('factor', { ...rule, setup: [] })
      : define(`factor(${tick})`, lines);
  const setup = rule.setup?.length ? [...rule.setup, ''] : [];
  return { ...shared, setup: [...setup, ...factor], body: ['return LambdaLR(optimizer, factor)'] };
}

function usage(request: CodeRequest, making: Making, say: Say): string[] {
  const { lr, unit } = request;
  const own = `torch.optim.SGD(model.parameters(), lr=${float(lr)}${momentumArgument(making)})`;
  const lambdas = making.classes.includes('LambdaLR');
  return [
    say({ zh: '# 训练时换成自己的优化器：', en: '# In your training, with your own optimizer:' }),
    `#     optimizer = ${own}`,
    '#     scheduler = make_scheduler(optimizer)',
    say(
      unit === 'epoch'
        ? {
            zh: '# 每轮结束后调用一次 scheduler.step()，不是每个批次之后。',
            en: '# Call scheduler.step() once after every epoch, not after every batch.',
          }
        : {
            zh: '# 每次 optimizer.step() 之后调用一次 scheduler.step()，不是每轮一次。',
            en: '# Call scheduler.step() after every optimizer.step(), not once an epoch.',
          },
    ),
    ...(lambdas
      ? [
          say({
            zh: `# LambdaLR 把优化器的 lr（η₀）乘以函数的返回值，所以函数给的是倍率。`,
            en: `# LambdaLR multiplies the optimizer's lr, η₀, by what the function returns: a factor.`,
          }),
        ]
      : []),
    ...(making.classes.includes('OneCycleLR')
      ? [
          say({
            zh: '# 步数用完之后再调用 step()，OneCycleLR 会报错。',
            en: '# OneCycleLR raises an error when it is stepped past its total.',
          }),
        ]
      : []),
    ...(making.note ? [making.note] : []),
  ];
}

function momentumArgument({ momentum }: Making): string {
  return momentum ? ', momentum=0.9' : '';
}

function assertions(request: CodeRequest, making: Making, say: Say): string[] {
  const lr = float(request.lr);
  const parameters = '[torch.zeros(1, requires_grad=True)]';
  const tolerance = `rel_tol=1e-9, abs_tol=${zeroTolerance(request.lr)}`;
  const ticks = ticksOf(request);
  const step = ['optimizer.step()', 'scheduler.step()'];
  return [
    say(firstRatesAre(request)),
    `optimizer = torch.optim.SGD(${parameters}, lr=${lr}${momentumArgument(making)})`,
    'scheduler = make_scheduler(optimizer)',
    ...(ticks.first > 0 ? [`for _ in range(${ticks.first}):`, ...indent(step)] : []),
    ...assignList('expected', firstRates(ticks).map(digits)),
    'for rate in expected:',
    ...indent([
      `assert math.isclose(optimizer.param_groups[0]["lr"], rate, ${tolerance})`,
      ...step,
    ]),
  ];
}
