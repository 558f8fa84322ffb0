/**
 * A webpack plugin. Taro copies what subpackages share into each of them, as assets whose hash never changes. The
 * minifier keeps its results by that hash, so a build with a cache would send the code of an earlier build. Here each
 * such asset becomes a source with a hash of its own, before the minifier sees it.
 */
module.exports = class FreshCopies {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(FreshCopies.name, compilation => {
      const freshen = assets => {
        for (const [name, asset] of Object.entries(assets))
          if (!(asset instanceof sources.Source)) compilation.updateAsset(name, new sources.RawSource(asset.source()));
      };
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE - 1;
      compilation.hooks.processAssets.tap({ name: FreshCopies.name, stage, additionalAssets: freshen }, freshen);
    });
  }
};
