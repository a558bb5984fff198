import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { walls } from './tools/lint/walls.mjs';

const diskAndProcess = [
  'fs',
  'fs/promises',
  'child_process',
  'net',
  'http',
  'https',
  'worker_threads',
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/coverage/**', '.nx/**', 'apps/lukhas/**'] },
  ...nx.configs['flat/base'],
  ...tseslint.configs.recommended,
  {
    files: ['packages/*/src/**/*.ts', 'apps/**/*.ts', 'tools/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints: walls }],
    },
  },
  {
    // A tool may load the local Zenodo only when it needs one; nobody bundles tools.
    files: ['tools/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: [], depConstraints: walls, checkDynamicDependenciesExceptions: ['.*'] },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.cjs', '**/*.js'],
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    // Nx takes its loader away once a local plugin is loaded from source: a later import of our own finds
    // no file. Commands of packages run from dist, or with a loader that stays.
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/bin/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportExpression > Literal[value=/^(\\.|@nx-zenodo)/]',
          message: 'Import our own modules statically; load slow libraries dynamically instead.',
        },
      ],
    },
  },
  {
    // Disk, network, clock and processes live in `node/` folders, the client's transport and the plugin.
    files: ['packages/*/src/**/*.ts'],
    ignores: [
      '**/*.spec.ts',
      '**/testing/**',
      '**/node/**',
      'packages/zenodo-client/src/transport.ts',
      'packages/zenodo-sandbox/src/server/**',
      'packages/nx-zenodo/**',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: diskAndProcess.flatMap((name) =>
            [name, `node:${name}`].map((path) => ({
              name: path,
              message: 'Disk, network and processes belong in a node/ folder.',
            })),
          ),
        },
      ],
      'no-restricted-globals': ['error', 'fetch', 'process'],
    },
  },
  {
    files: ['tools/**', 'apps/**', '**/*.cjs', '**/*.spec.ts', '**/bin/**'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
