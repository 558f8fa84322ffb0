import { PageContainer } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { closeDownTo, openSheets } from '../../ui/open-sheets';

/**
 * In WeChat a page can catch one Back only by a container of the platform. This one is empty, lies under our sheets,
 * and is there while one is open. A page may have only one container, so it is shown anew for the sheet below.
 */
export function BackCatcher({ shown }: { shown: boolean }) {
  const open = useStore(openSheets, all => all.length);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    if (gone) setGone(false);
  }, [gone]);
  if (!shown || open === 0) return null;
  return (
    <PageContainer
      show={!gone}
      overlay={false}
      duration={0}
      zIndex={1}
      onAfterLeave={() => {
        setGone(true);
        closeDownTo(Math.max(0, openSheets.getState().length - 1));
      }}
    />
  );
}
