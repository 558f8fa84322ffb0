export interface Package {
  files: number;
  bytes: number;
}

export const LIMITS: { main: number; package: number; total: number };
export function packagesOf(folder: string): Record<string, Package>;
