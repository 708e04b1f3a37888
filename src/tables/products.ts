import type { Product } from "../core/deals/product.ts";
import { columnsOf } from "./columnsOf.ts";
import type { Table } from "./table.ts";

const { id, text, choice, money, boolean } = columnsOf<Product>();

export const products: Table<Product> = {
  name: "products",
  sheet: "Products",
  about: "What is sold, with list prices.",
  key: ["productId"],
  columns: [
    id(
      "productId",
      "Product ID",
      "key",
      "The CRM's id of the product.",
      "Id; Record ID; hs_object_id; Product2Id | External_Id__c; ProductCode; Product Code; SKU; Stock Keeping Unit; Product",
    ),
    text("productName", "Product Name", "recommended", "What it is called.", "Name; Product"),
    choice(
      "family",
      "Family",
      "optional",
      "Product family.",
      "Product Family; Series; Product Type",
    ),
    money(
      "listPrice",
      "List Price",
      "recommended",
      "Price before discount.",
      "Unit Price; UnitPrice; sales_price; Price",
    ),
    text(
      "currency",
      "Currency",
      "optional",
      "Currency of the price.",
      "CurrencyIsoCode; List Price Currency",
    ),
    boolean("isActive", "Is Active", "optional", "Sold today.", "Active; Active (Product)"),
  ],
  mode: "upsert",
};
