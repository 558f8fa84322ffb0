/** Said where more people were found than are shown (`staff.find`). */
export const tooManyWords = (shown: number): string =>
  shown === 0
    ? '这四位同号的人太多，请写姓名或完整的手机号。'
    : `这样的人不止这 ${shown} 位，没有您要找的，请写完整的手机号或后四位。`;
