/** Ways in which one rule is written, and mistaken, as code. */
export const lensSnippets = {
  seed: 'for epoch in range(epochs):\n    lr = lr / (1 + decay_rate * epoch)\n    train(model, lr)\n',
  closed: 'for epoch in range(epochs):\n    lr = lr0 / (1 + k * epoch)\n    train(model, lr)\n',
  'from-one':
    'for epoch in range(1, epochs + 1):\n    lr = lr0 / (1 + k * epoch)\n    train(model, lr)\n',
  behind: 'for epoch in range(epochs):\n    train(model, lr)\n    lr = lr0 / (1 + k * epoch)\n',
  'per-step':
    'for epoch in range(epochs):\n    for batch in loader:\n        lr = lr / (1 + k * epoch)\n        train(model, batch, lr)\n',
  lambda:
    'scheduler = LambdaLR(optimizer, lambda t: 1 / (1 + k * t))\n\nfor epoch in range(epochs):\n    train(model, optimizer)\n    scheduler.step()\n',
  multiplicative:
    'scheduler = MultiplicativeLR(optimizer, lambda t: 1 / (1 + k * t))\n\nfor epoch in range(epochs):\n    train(model, optimizer)\n    scheduler.step()\n',
  keras:
    'schedule = keras.optimizers.schedules.InverseTimeDecay(\n    lr0, decay_steps=steps_per_epoch, decay_rate=k)\noptimizer = keras.optimizers.SGD(schedule)\n',
  'keras-staircase':
    'schedule = keras.optimizers.schedules.InverseTimeDecay(\n    lr0, decay_steps=steps_per_epoch, decay_rate=k,\n    staircase=True)\noptimizer = keras.optimizers.SGD(schedule)\n',
  'old-keras': 'optimizer = keras.optimizers.SGD(lr=lr0, decay=k)\n',
  plateau:
    'for epoch in range(epochs):\n    val_loss = validate(model)\n    if val_loss > best:\n        lr = lr * 0.5\n',
  velocity:
    'for epoch in range(epochs):\n    lr = lr0 / (1 + k * epoch)\n    for batch in loader:\n        v = beta * v - lr * gradient(w, batch)\n        w = w + v\n',
} as const;

export type LensSnippetId = keyof typeof lensSnippets;
export const lensSnippetIds = Object.keys(lensSnippets) as LensSnippetId[];
