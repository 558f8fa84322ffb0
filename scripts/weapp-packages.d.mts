export interface Package {
  files: number;
  bytes: number;
}

export function packagesOf(folder: string): Record<string, Package>;
