import { newPage } from "./page.ts";
import { seriesBench } from "./seriesBench.ts";

const data = process.env.REVOPS_DATA;
if (!data) throw new Error("REVOPS_DATA names no folder with m3_monthly/m3_monthly.csv.");
seriesBench(newPage(["# Series"], console.log), data);
