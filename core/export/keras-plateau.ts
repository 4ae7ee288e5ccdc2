import type { CodeRequest, Say } from './code-request.ts';
import {
  metricIs,
  plateauClass,
  plateauValues,
  standstillCheck,
  standstillRates,
  standsStill,
} from './plateau.ts';
import { define, float, indent, runLengths } from './python.ts';
import { snippet } from './snippet.ts';
import { title } from './words.ts';

/** ReduceLROnPlateau for Keras' own dialect; the others by their rule in a callback. */
export function kerasPlateau(request: CodeRequest, say: Say): string {
  const { dialect, factor } = plateauValues(request);
  // Keras refuses a factor of 1.
  return dialect === 'keras' && factor < 1 ? own(request, say) : byRule(request, say);
}

/** The name under which `fit` reports what comes closest to the metric. */
function monitor({ metric }: CodeRequest): string {
  return metric === 'test-loss' ? 'val_loss' : 'loss';
}

function uses(request: CodeRequest, say: Say): string {
  const metric = metricIs(request);
  const closest = request.metric === 'train-loss';
  return say({
    zh: `# model.fit(…, callbacks=[scheduler])；${closest ? '最接近的是 loss，即本轮平均；原来看的是' : '看的是'}${metric.zh}。`,
    en: `# model.fit(…, callbacks=[scheduler]); ${closest ? 'closest is “loss”, the mean of the epoch; meant is' : 'it watches'} ${metric.en}.`,
  });
}

function own(request: CodeRequest, say: Say): string {
  const values = plateauValues(request);
  const args = [
    `monitor="${monitor(request)}"`,
    `mode="${values.mode}"`,
    `factor=${float(values.factor)}`,
    `patience=${values.patience}`,
    `min_delta=${float(values.threshold)}`,
    `cooldown=${values.cooldown}`,
    `min_lr=${float(values.floor * request.lr)}`,
  ];
  return snippet([
    [title(request, say), 'import keras'],
    [
      uses(request, say),
      'scheduler = keras.callbacks.ReduceLROnPlateau(',
      ...indent(args.map((arg) => `${arg},`)),
      ')',
    ],
    [
      say(standsStill),
      'model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])',
      `model.compile(keras.optimizers.SGD(${float(request.lr)}), "mse")`,
      'scheduler.set_model(model)',
      'scheduler.on_train_begin()',
      `for epoch, rate in enumerate(${runLengths(standstillRates(request))}):`,
      ...indent([
        'assert math.isclose(float(model.optimizer.learning_rate), rate, rel_tol=1e-4)',
        `scheduler.on_epoch_end(epoch, {"${monitor(request)}": 1.0})`,
      ]),
    ],
  ]);
}

function byRule(request: CodeRequest, say: Say): string {
  const callback = [
    'class Scheduler(keras.callbacks.Callback):',
    ...indent(define('on_train_begin(self, logs=None)', ['self.plateau = Plateau()'])),
    '',
    ...indent(
      define('on_epoch_end(self, epoch, logs)', [
        `self.model.optimizer.learning_rate = self.plateau.observe(logs["${monitor(request)}"])`,
      ]),
    ),
  ];
  return snippet([
    [title(request, say), 'import keras'],
    plateauClass(request),
    callback,
    [uses(request, say), 'scheduler = Scheduler()'],
    [
      'plateau = Plateau()',
      ...standstillCheck(request, say, 'plateau.lr', ['plateau.observe(1.0)']),
    ],
  ]);
}
