/** Opens the panel at the right; its page asks for what it shows, so nothing is put into it here. */
export function showSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile("Sidebar").setTitle("RevOps");
  SpreadsheetApp.getUi().showSidebar(page);
}
