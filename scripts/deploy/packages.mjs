import { install, node, ready, tool } from '../ready.mjs';

/**
 * Builds functions and tools, and runs a tool that talks to Tencent; exits with its code. The tool's packages (36
 * MB) are installed only if there are keys to use them with.
 */
export function withPackages(name) {
  ready();
  node('scripts/build.mjs', 'tools', 'functions');
  if (process.env.TENCENTCLOUD_SECRETID && process.env.TENCENTCLOUD_SECRETKEY)
    install('scripts/deploy', 'Installing what talks to Tencent (once) … 正在安装部署工具');
  tool(name);
}
