import type { Category } from '../model';

/**
 * The order matters, because the first entry that fits wins. So 书法 comes before 舞, and 民族舞 does not count as a song.
 */
const WORDS: [Category, RegExp][] = [
  ['hulusi', /葫芦丝|巴乌|竹笛|笛子|萧|箫|口琴/],
  ['guqin', /古琴|古筝|琵琶|二胡|扬琴|民乐/],
  ['choir', /合唱|声乐|唱歌|歌唱|歌曲|美声|演唱/],
  ['tea', /茶/],
  ['papercut', /剪纸|手工|非遗|刺绣|编织|陶艺|扎染|折纸|手作|香包|皮艺|漆扇/],
  ['pingpong', /乒乓|羽毛球|篮球|足球|网球|台球|气排球|球/],
  ['taiji', /太极|八段锦|武术|气功|养生操|五禽戏/],
  ['yoga', /瑜伽|普拉提|健身|塑形|体能|拉伸/],
  ['calligraphy', /书法|毛笔|硬笔|软笔|篆刻|国画|书画|绘画|素描|水彩|油画/],
  ['dance', /舞|街舞|形体|旗袍|模特|走秀/],
  ['photo', /摄影|摄像|拍摄|短视频|剪辑|航拍|无人机/],
  ['cooking', /烹饪|烘焙|面点|川菜|厨|西点|咖啡|糕点|美食|调酒/],
];

/** The category guessed from the course's name; `other` if no word of it is known. */
export const categoryOf = (course: string): Category => WORDS.find(([, words]) => words.test(course))?.[0] ?? 'other';
