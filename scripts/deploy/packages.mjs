import { install, node, ready, tool } from '../ready.mjs';

/**
 * Builds functions and tools, and runs a tool that talks to Tencent; ends with its exit code. Its packages (36 MB) are installed
 * only where there are keys to talk with.
 */
export function withPackages(name) {
  ready();
  node('scripts/build.mjs', 'tools', 'functions');
  if (process.env.TENCENTCLOUD_SECRETID && process.env.TENCENTCLOUD_SECRETKEY)
    install('scripts/deploy', 'Installing what talks to Tencent (once) … 正在安装部署工具');
  tool(name);
}
