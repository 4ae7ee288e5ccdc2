import type { Component } from 'svelte';
import ChainRuleFigure from './chain-rule/Figure.svelte';
import DerivativeFigure from './derivative/Figure.svelte';
import EigenvaluesFigure from './eigenvalues/Figure.svelte';
import type { FigureProps } from './figure.ts';
import GradientFigure from './gradient/Figure.svelte';
import type { PrerequisiteId } from './index.ts';
import TaylorFigure from './taylor/Figure.svelte';
import VarianceFigure from './variance/Figure.svelte';

/** The figures, each of the readings of its own page. */
export const figures: Readonly<Record<PrerequisiteId, Component<FigureProps<never>>>> = {
  derivative: DerivativeFigure,
  gradient: GradientFigure,
  chainRule: ChainRuleFigure,
  taylor: TaylorFigure,
  eigenvalues: EigenvaluesFigure,
  variance: VarianceFigure,
};
