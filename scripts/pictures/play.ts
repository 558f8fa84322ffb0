import { openBrowser, paint } from './paint';
import type { Scene } from './scene';
import { setStage, type Stage } from './stage';

/**
 * Plays scenes one after the other. Scenes that need the same world share a stage. `take` gets each picture.
 * @throws at the end, with a line for each scene that failed.
 */
export async function play(scenes: readonly Scene[], take: (scene: Scene, picture: Buffer) => void): Promise<void> {
  const browser = await openBrowser();
  const failed: string[] = [];
  const stages = new Map<Scene['world'], Stage>();
  try {
    for (const scene of scenes) {
      const stage = stages.get(scene.world) ?? (await setStage());
      if (!stages.has(scene.world)) {
        stages.set(scene.world, stage);
        await scene.world?.(stage);
      }
      try {
        take(scene, await paint(scene, stage, browser));
      } catch (error) {
        failed.push(`${scene.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await browser.close();
    for (const stage of stages.values()) await stage.close();
  }
  if (failed.length > 0) throw new Error(failed.join('\n'));
}
