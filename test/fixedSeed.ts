import fc from "fast-check";

/** Made-up cases are the same in every run, so that a failure tells of a change; `REVOPS_SEED=7 npm test` makes others. */
fc.configureGlobal({ seed: Number(process.env.REVOPS_SEED ?? 20_260_615) });
