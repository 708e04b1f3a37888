import { readFileSync } from "node:fs";
import * as esbuild from "esbuild";
import { withoutHelp } from "./withoutHelp.mjs";

/** Loads the declarations of custom functions and of tables without their help. */
export const withoutHelpPlugin = {
  name: "without-help",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/](?:functions|tables)[\\/].+\.ts$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(readFileSync(path, "utf8"), {
        loader: "ts",
        target: "es2019",
        charset: "utf8",
        sourcefile: path,
      });
      return { contents: withoutHelp(code), loader: "js" };
    });
  },
};
