/** Handed to the spreadsheet component as it is; we call nothing of it. */
declare module "luxon";
