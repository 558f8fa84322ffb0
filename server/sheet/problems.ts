import type { SheetProblem, SheetProblemCode } from '../../domain/sheet/grid';

const SAYS: Record<Exclude<SheetProblemCode, 'TOO_LARGE' | 'TOO_MUCH'>, string> = {
  EMPTY: '这个文件是空的，请检查后重新选择',
  PASSWORD: '这个文件设了密码，请在 Excel 或 WPS 里取消密码，另存后再上传',
  OLD_XLS: '这是旧的 .xls 格式，请在 Excel 或 WPS 里打开，另存为 .xlsx 再上传',
  PICTURE: '这是一张图片，不是表格，请上传 .xlsx 或 .csv 文件',
  OTHER_KIND: '这不是表格文件，请上传 .xlsx 或 .csv 文件',
  BROKEN: '这个文件打不开，可能没有存完整，请在 Excel 或 WPS 里打开，另存为 .xlsx 再上传',
};

/** The reason why a file cannot be read as a table. */
export const problemOf = (code: keyof typeof SAYS): SheetProblem => ({
  code,
  problem: SAYS[code],
});

/** Thrown if a file holds more of something than a course sheet ever does. `readXlsx` turns it into a problem. */
export class TooMuch extends Error {
  constructor(what: string, most: number) {
    super(
      `这个文件里有太多${what}（最多 ${most.toLocaleString('en-US')} 个），不像一张课程表。请把要导入的班粘贴到模板里再上传`,
    );
  }
}
