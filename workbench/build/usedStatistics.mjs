import { dirname, join } from "node:path";

const NAME = "simple-statistics";

/**
 * Takes from the package of statistics the functions that are used: bundled whole it computes a table of the normal
 * distribution each time the script loads, which is on every formula.
 */
export const usedStatistics = {
  name: "used-statistics",
  setup(build) {
    build.onResolve({ filter: /^simple-statistics$/ }, ({ resolveDir }) => {
      const { initialOptions } = build;
      const root = initialOptions.absWorkingDir ?? resolveDir;
      return { path: join(root, "node_modules", NAME, "index.js"), sideEffects: false };
    });
    build.onResolve({ filter: /^\.\.?\// }, ({ importer, path }) =>
      importer.includes(`node_modules/${NAME}/`)
        ? { path: join(dirname(importer), path), sideEffects: false }
        : undefined,
    );
  },
};
