import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

const electronOnly = ['ipcMain', 'ipcRenderer'].map((importName) => ({
  name: 'electron',
  importNames: [importName],
  message: 'Only src/main/ipc-host.ts and src/preload/index.ts speak IPC.',
}))

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', '.cache/', 'test-results/', 'playwright-report/', 'scripts/**', '*.cjs', 'eslint.config.js'] },
  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', '*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.core.json', 'tsconfig.formats.json', 'tsconfig.node.json', 'tsconfig.web.json', 'tsconfig.tests.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "Property[key.name='sandbox'][value.value=false]", message: 'Every window is sandboxed.' },
        { selector: "CallExpression[callee.property.name='openExternal'][callee.object.name='shell']", message: 'Use openSafeExternal.' },
        { selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]", message: 'Trusted Types: use the one policy.' },
      ],
    },
  },
  { files: ['src/**/*.{ts,tsx}'], ignores: ['src/main/ipc-host.ts', 'src/preload/index.ts'], rules: { 'no-restricted-imports': ['error', { paths: electronOnly }] } },
  { files: ['src/renderer/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  { files: ['tests/**/*.{ts,tsx}'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
)
