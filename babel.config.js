/** For Taro's builds alone; the specs bring their own presets (jest.config.cjs). */
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]] };
