import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import type { Check, Tree, Trespass } from './tree.ts';

const configFile = '.dependency-cruiser.cjs';

interface Configuration {
  readonly forbidden: NonNullable<IFlattenedRuleSet['forbidden']>;
}

/** Who may import whom: the rules of `.dependency-cruiser.cjs`, and that nothing escaped its eyes. */
export const dependencies: Check = {
  rules: [...new Set(configuration(process.cwd()).forbidden.map((rule) => rule.name!)), 'every-module-is-seen'],
  async run(tree) {
    const { modules, summary } = await cruiseTree(tree);
    const seen = new Set(modules.map((module) => module.source));
    const unseen = tree.sources.filter((file) => !seen.has(file));
    return [
      ...unseen.map((file) => ({ rule: 'every-module-is-seen', file, what: 'dependency-cruiser did not see it' })),
      ...summary.violations.map((broken): Trespass => {
        const way = broken.cycle?.map((step) => step.name).join(' -> ');
        return { rule: broken.rule.name, file: broken.from, what: `imports ${way ?? broken.to}` };
      }),
    ];
  },
};

function configuration(root: string): Configuration {
  return createRequire(import.meta.url)(path.join(root, configFile)) as Configuration;
}

async function cruiseTree(tree: Tree): Promise<ICruiseResult> {
  const folders = ['src', 'test', 'bench'].filter((folder) =>
    tree.sources.some((file) => file.startsWith(`${folder}/`)),
  );
  const { output } = await cruise(
    folders,
    {
      baseDir: tree.root,
      validate: true,
      ruleSet: { forbidden: configuration(tree.root).forbidden },
      // Types count as arrows.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
    },
    {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  );
  return output as ICruiseResult;
}
