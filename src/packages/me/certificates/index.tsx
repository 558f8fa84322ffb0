import { View } from '@tarojs/components';
import type { MyCertificate } from '../../../../domain/api';
import { dayKey, dayText } from '../../../../domain/base/clock';
import { question } from '../../../app/memory/asked';
import { Page } from '../../../app/page/page';
import { Empty } from '../../../app/page/states';
import { go } from '../../../app/way/go';
import { Door } from '../../../ui/door';
import { GroupHead } from '../../../ui/heading';
import { Answered } from '../../../app/page/answered';

const certificates = question('certificate.mine', {});

/** 我的学时: my certificates by the year in which their class ended, with the hours of each year. */
export default function Certificates() {
  return (
    <Page title="结课证明和学时" testId="certificates">
      <Answered to={certificates}>
        {({ certificates: all }, now) =>
          all.length === 0 ? (
            <Empty
              title="还没有结课证明"
              text="班上完以后，在“我的课”里点那个班领取"
              action={{ label: '看我的课', onTap: go.mine }}
              testId="no-certificates"
            />
          ) : (
            yearsOf(all).map(([year, some]) => (
              <View key={year} data-testid={`year-${year}`}>
                <GroupHead>
                  {year} 年，{hoursIn(some)} 学时
                </GroupHead>
                <View className="card">
                  {some.map(one => (
                    <Door
                      key={one.code}
                      label={one.title}
                      text={one.revoked ? '已撤销' : `${one.hours} 学时，${dayText(one.until, now)} 上完`}
                      onTap={() => go.certificate(one.sectionId)}
                      testId={`certificate-${one.sectionId}`}
                    />
                  ))}
                </View>
              </View>
            ))
          )
        }
      </Answered>
      <GroupHead>核对</GroupHead>
      <View className="card">
        <Door
          label="核对一张证明"
          text="输入编号，看它是不是真的"
          onTap={() => go.checkCertificate()}
          testId="to-check"
        />
      </View>
    </Page>
  );
}

const hoursIn = (some: readonly MyCertificate[]): number =>
  some.filter(one => !one.revoked).reduce((sum, one) => sum + one.hours, 0);

/** The latest year first. */
function yearsOf(all: readonly MyCertificate[]): [year: string, some: MyCertificate[]][] {
  const years = new Map<string, MyCertificate[]>();
  for (const one of all) {
    const year = dayKey(one.until).slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), one]);
  }
  return [...years].sort(([a], [b]) => (a < b ? 1 : -1));
}
