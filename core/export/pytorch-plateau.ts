import type { CodeRequest, Say } from './code-request.ts';
import { metricIs, plateauClass, plateauValues, standstillCheck } from './plateau.ts';
import { define, float, indent } from './python.ts';
import { snippet } from './snippet.ts';
import { title } from './words.ts';

/** ReduceLROnPlateau for PyTorch's own dialect; the others by their rule, which sets the rate of every group. */
export function pytorchPlateau(request: CodeRequest, say: Say): string {
  const { dialect, factor } = plateauValues(request);
  // PyTorch refuses a factor of 1.
  const own = dialect === 'pytorch' && factor < 1;
  const optimizer = `torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=${float(request.lr)})`;
  const evaluate = own ? 'scheduler.step(1.0)' : 'evaluated(optimizer, plateau, 1.0)';
  return snippet([
    own
      ? [
          title(request, say),
          'import torch',
          'from torch.optim.lr_scheduler import ReduceLROnPlateau',
        ]
      : [title(request, say), 'import torch'],
    ...(own
      ? [define('make_scheduler(optimizer)', reduce(request))]
      : [plateauClass(request), setter]),
    usage(request, own, say),
    [
      `optimizer = ${optimizer}`,
      own ? 'scheduler = make_scheduler(optimizer)' : 'plateau = Plateau()',
      ...standstillCheck(request, say, 'optimizer.param_groups[0]["lr"]', [evaluate]),
    ],
  ]);
}

function reduce(request: CodeRequest): string[] {
  const values = plateauValues(request);
  const args = [
    `mode="${values.mode}"`,
    `factor=${float(values.factor)}`,
    `patience=${values.patience}`,
    `threshold=${float(values.threshold)}`,
    `threshold_mode="${values.thresholdMode}"`,
    `cooldown=${values.cooldown}`,
    `min_lr=${float(values.floor * request.lr)}`,
    `eps=${float(values.eps)}`,
  ];
  return ['return ReduceLROnPlateau(', ...indent(['optimizer,', ...args.map((a) => `${a},`)]), ')'];
}

const setter = define('evaluated(optimizer, plateau, metric)', [
  'lr = plateau.observe(metric)',
  'for group in optimizer.param_groups:',
  '    group["lr"] = lr',
]);

function usage(request: CodeRequest, own: boolean, say: Say): string[] {
  const call = own ? 'scheduler.step(metric)' : 'evaluated(optimizer, plateau, metric)';
  const metric = metricIs(request);
  return [
    say({
      zh: `# 每轮结束后调用一次 ${call}，metric 是${metric.zh}。`,
      en: `# Call ${call} once after every epoch, with ${metric.en}.`,
    }),
  ];
}
