/** What a draft is called while it has no name of its own. */
export const draftTitle = ({ title, formerTitle }: { title: string; formerTitle?: string }): string =>
  title || (formerTitle ? `照“${formerTitle}”再办的一期` : '还没有名称的一期');
