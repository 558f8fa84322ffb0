import type { Compiler, WebpackPluginInstance } from 'webpack';

declare class FreshCopies implements WebpackPluginInstance {
  apply(compiler: Compiler): void;
}
export = FreshCopies;
