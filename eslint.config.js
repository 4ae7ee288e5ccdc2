import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const clockAndChance = [
  { object: 'Math', property: 'random', message: 'Draw from a named stream of math/rng.ts.' },
  {
    object: 'Date',
    property: 'now',
    message: 'The core knows no clock; the worker passes time in.',
  },
];

export default tseslint.config(
  { ignores: ['out/', 'release/', 'test-results/', 'playwright-report/', 'test/host/fixture/'] },
  js.configs.recommended,
  tseslint.configs.strict,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.config.ts', '*.config.js', '*.mjs'] },
        // The same for every file: where it changes from one to the next, all types are read anew.
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['core/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['core/**/*.ts', 'electron/**/*.ts', 'renderer/src/**/*.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' },
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...clockAndChance],
      'no-restricted-globals': ['error', 'Date', 'console', 'performance', 'setTimeout'],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, svelteConfig },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // State classes hold whole snapshots in $state.raw; maps and sets in them are never written to.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // svelte-check has their types. Read here, too, every component would have the types of all files read anew.
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.svelte'],
    ignores: ['renderer/src/charts/Chart.svelte', 'renderer/src/charts/chart-js.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'chart.js',
              message: 'Only charts/Chart.svelte makes charts.',
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
  prettier,
  svelte.configs.prettier,
);
