export type Product = {
  readonly productId: string;
  readonly productName?: string;
  readonly family?: string;
  readonly listPrice?: number;
  readonly currency?: string;
  readonly isActive?: boolean;
};
