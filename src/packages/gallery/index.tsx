import { Text, View } from '@tarojs/components';
import { useState, type PropsWithChildren } from 'react';
import { LENGTH } from '../../../domain/bounds';
import { Page } from '../../app/page/page';
import { Empty, Loading } from '../../app/page/states';
import { ActSheet } from '../../ui/act-sheet';
import { Button, type ButtonKind, type ButtonSize } from '../../ui/button';
import { Cast } from '../../ui/cast';
import { Chip, type ChipKind } from '../../ui/chip';
import { Choice } from '../../ui/choice';
import { CopyPlace } from '../../ui/copy-place';
import { Coping } from '../../ui/coping';
import { Countdown } from '../../ui/countdown';
import { DayField } from '../../ui/day-field';
import { Door } from '../../ui/door';
import { Fact } from '../../ui/fact';
import { Field } from '../../ui/field';
import { GroupHead, Heading } from '../../ui/heading';
import { Meter } from '../../ui/meter';
import { MomentField } from '../../ui/moment-field';
import { Motif, Wall } from '../../ui/motif';
import { ListGroup } from '../../ui/list-group';
import { Nothing } from '../../ui/nothing';
import { Fault, Notice } from '../../ui/notice';
import { Perforation } from '../../ui/perforation';
import { PickOne } from '../../ui/pick';
import { Row } from '../../ui/row';
import { Seal } from '../../ui/seal';
import { SectionName } from '../../ui/section-name';
import { Sheet } from '../../ui/sheet';
import { Submit } from '../../ui/submit';
import { Stages } from '../../ui/stages';
import { Sum, SumRow } from '../../ui/sum';
import { Switch } from '../../ui/switch';
import { Cell, Table, TableRow } from '../../ui/table';
import { Tabs } from '../../ui/tabs';
import { TextArea } from '../../ui/text-area';
import './index.scss';
import { Who } from '../../ui/who';

/**
 * Every part of the kit in every state. Only the app on one machine has this page, at `#/packages/gallery/index`; an
 * app for WeChat is built without it.
 */
export default function Gallery() {
  const [over, show] = useState<'sheet' | 'act' | 'cast'>();
  const close = () => show(undefined);
  return (
    <Page
      wide
      title="组件"
      testId="gallery"
      over={
        over === 'sheet' ? (
          <Sheet label="一张单子" onClose={close}>
            <Heading level={2}>一张单子</Heading>
            <Button kind="plain" onTap={close}>
              关闭
            </Button>
          </Sheet>
        ) : over === 'act' ? (
          <ActSheet
            title="删除这份草稿"
            text="6 个班和填好的时间、规则一起删掉，找不回来。"
            state={{ busy: false, message: '网断了，没有删' }}
            label="删除草稿"
            takes
            insteadLabel="留着"
            onAct={nothing}
            onClose={close}
            testId="gallery-act"
          />
        ) : (
          over === 'cast' && (
            <Cast label="投屏" onClose={close}>
              <Heading level={1}>投屏</Heading>
            </Cast>
          )
        )
      }
    >
      <View className="gallery">
        <Buttons />
        <Words />
        <Rows />
        <Fields />
        <Numbers />
        <Marks />
        <States />
        <Part name="Sheet, ActSheet, Cast">
          {(['sheet', 'act', 'cast'] as const).map(one => (
            <State key={one}>
              <Button kind="ink" size="small" onTap={() => show(one)} testId={`show-${one}`}>
                打开 {one}
              </Button>
            </State>
          ))}
        </Part>
      </View>
    </Page>
  );
}

const nothing = () => undefined;

/** One part, or several that stand together on screens. */
function Part({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <View className="gallery__part">
      <View className="gallery__name sm t3">{name}</View>
      <View className="gallery__states">{children}</View>
    </View>
  );
}

const State = ({ wide, children }: PropsWithChildren<{ wide?: boolean }>) => (
  <View className={wide ? 'gallery__state gallery__state--wide' : 'gallery__state'}>{children}</View>
);

const KINDS: Record<ButtonSize, [ButtonKind, string][]> = {
  full: [
    ['go', '报名这个班'],
    ['line', '候补第 3 位'],
    ['take', '确定退课'],
    ['ink', '看我的课'],
    ['ready', '候场中，到点自动亮起'],
    ['quiet', '本期报名已结束'],
    ['plain', '再想想'],
  ],
  small: [
    ['go', '确认考勤'],
    ['ink', '加一个人'],
    ['plain', '不改了'],
    ['link', '查看规则'],
  ],
  row: [
    ['go', '报名'],
    ['line', '候补'],
    ['ink', '签到码'],
    ['quiet', '收回'],
  ],
};

function Buttons() {
  return (
    <>
      {(['full', 'small', 'row'] as const).map(size => (
        <Part key={size} name={`Button ${size}`}>
          {KINDS[size].map(([kind, word]) => (
            <State key={kind} wide={size === 'full'}>
              <Button kind={kind} size={size} onTap={nothing}>
                {word}
              </Button>
            </State>
          ))}
          <State wide={size === 'full'}>
            <Button kind={size === 'row' ? 'line' : 'go'} size={size} busy busyLabel="正在办" onTap={nothing}>
              报名
            </Button>
          </State>
          <State wide={size === 'full'}>
            <Button kind="ink" size={size} disabled onTap={nothing}>
              不能点
            </Button>
          </State>
        </Part>
      ))}
      <Part name="Submit">
        <State wide>
          <Submit
            state={{ busy: false, message: '还没写姓名' }}
            label="保存"
            onTap={nothing}
            testId="gallery-submit"
            instead={{ label: '不改了', onTap: nothing }}
          />
        </State>
        <State wide>
          <Submit state={{ busy: true }} label="保存" busyLabel="正在保存" onTap={nothing} testId="gallery-busy" />
        </State>
      </Part>
    </>
  );
}

function Words() {
  return (
    <>
      <Part name="Heading, GroupHead">
        <State wide>
          <Heading level={1}>还剩 47 个名额</Heading>
          <Heading level={2}>我的班</Heading>
          <Heading level={3}>茶艺</Heading>
        </State>
        <State wide>
          <GroupHead aside="3 个">我的班</GroupHead>
          <GroupHead
            act={
              <Button kind="ink" size="small" onTap={nothing}>
                加一天
              </Button>
            }
          >
            不算缺课的日子
          </GroupHead>
        </State>
      </Part>
      <Part name="Notice, Fault, Nothing">
        {(['wait', 'soon', 'quiet', 'danger'] as const).map(kind => (
          <State key={kind} wide>
            <Notice kind={kind}>来不了请在 12 月 21 日 07:10 前退课，座位会给候补的工友。</Notice>
          </State>
        ))}
        <State wide>
          <Fault says="网断了，您的报名还在，连上会接着办。" />
        </State>
        <State wide>
          <Nothing>没有等答复的申诉</Nothing>
        </State>
      </Part>
    </>
  );
}

const PEOPLE = ['尹丽勇', '邵林', '马秀琴', '张桂兰'];

function Rows() {
  return (
    <Part name="Row, Door, ListGroup, Who, PickOne, Switch, Tabs">
      <State wide>
        <View className="card">
          <Door label="小程序码" text="每个班一张，可以打印" onTap={nothing} testId="gallery-door" />
        </View>
        <ListGroup title="人员" of={PEOPLE} unit="人" first={2} testId="gallery-all">
          {name => (
            <Row
              key={name}
              end={
                <Button kind="quiet" size="row" label={`收回${name}的权限`} onTap={nothing}>
                  收回
                </Button>
              }
            >
              <Who name={name} more="138****0000" />
              <View className="sm t3">永川区总工会</View>
            </Row>
          )}
        </ListGroup>
      </State>
      <State wide>
        <PickOne on onChoose={nothing} testId="gallery-pick">
          第 1 次，3 月 9 日 周二
        </PickOne>
        <PickOne on={false} onChoose={nothing} testId="gallery-pick">
          第 2 次，3 月 16 日 周二
        </PickOne>
        <Switch name="大字模式" text="字更大，按钮更宽" on onChange={nothing} testId="gallery-on" />
        <Switch name="大字模式" text="字更大，按钮更宽" on={false} onChange={nothing} testId="gallery-off" />
      </State>
      <State wide>
        <Tabs
          label="期次"
          value="autumn"
          options={[
            ['autumn', '秋季第二期'],
            ['spring', '春季第一期'],
          ]}
          onChoose={nothing}
          testId="gallery-tab"
        />
      </State>
    </Part>
  );
}

const YES_OR_NO = [
  ['yes', '是'],
  ['no', '还不是'],
] as const;

function Fields() {
  return (
    <Part name="Field, TextArea, Choice, DayField, MomentField">
      <State wide>
        <Field
          name="姓名"
          value=""
          maxLength={LENGTH.personName}
          example="例如 王敏"
          hint="和课程表上一样"
          onInput={nothing}
          testId="gallery-empty"
        />
        <TextArea
          name="想说的话"
          hint="不要写自己的名字"
          value=""
          example="例如 老师很耐心"
          maxLength={LENGTH.ratingText}
          onInput={nothing}
          size="small"
          testId="gallery-text"
        />
        <Field name="手机" value="13800" fault="手机号要 11 位" digits onInput={nothing} testId="gallery-bad" />
      </State>
      <State wide>
        <Choice
          name="您是工会会员吗？"
          value={undefined}
          options={[...YES_OR_NO]}
          onChoose={nothing}
          testId="gallery-a"
        />
        <Choice
          name="您是工会会员吗？（没有选）"
          value="yes"
          options={[...YES_OR_NO]}
          fault="请选一个"
          onChoose={nothing}
          testId="gallery-b"
        />
      </State>
      <State wide>
        <DayField name="哪一天" value="2027-03-09" onChange={nothing} testId="gallery-day" />
        <MomentField name="开放时间" value={null} hint="到点自动开放" onChange={nothing} testId="gallery-moment" />
      </State>
    </Part>
  );
}

function Numbers() {
  return (
    <>
      <Part name="Sum, Countdown, Meter, Stages, Fact, CopyPlace">
        <State wide>
          <SumRow>
            <Sum name="已入座" value={152} of="/ 164" tone="open" />
            <Sum name="候补中" value={14} of="人" tone="waiting" />
            <Sum name="迟到" value={3} tone="late" />
            <Sum name="缺课" value={1} tone="absent" />
          </SumRow>
        </State>
        <State wide>
          <Countdown leftMs={3_554_000} />
          <Countdown leftMs={42_000} small />
        </State>
        <State wide>
          <View className="split">
            <Meter left={30} of={40} />
          </View>
          <View className="split stack-3">
            <Meter left={7} of={40} />
          </View>
        </State>
        <State wide>
          <Stages
            stages={[
              { word: '已提出', note: '3月1日', state: 'done' },
              { word: '答复', state: 'now' },
              { word: '立项', note: '还没有', state: 'todo' },
            ]}
          />
        </State>
        <State wide>
          <Fact name="时间">每周三 18:30–20:00</Fact>
          <Fact name="地点">
            <CopyPlace place="职工文体馆乒乓球厅" />
          </Fact>
        </State>
      </Part>
      <View className="gallery__name sm t3">Table, TableRow, Cell</View>
      <Table head={['班级', ['还剩', 'meter'], '已入座', '候补', ['满员', 'wide']]} className="card">
        {[5, 0].map(left => (
          <TableRow
            key={left}
            role="link"
            label="茶艺一班的队伍"
            onTap={nothing}
            mark={<Motif category="tea" size={32} className="table__mark" />}
            name="茶艺 一班"
          >
            <Cell width="meter">
              <Meter left={left} of={16} />
              <Text className="table__left b">{left || '满'}</Text>
            </Cell>
            <Cell word="入座">{16 - left} / 16</Cell>
            <Cell word="候补">{left ? 0 : 2}</Cell>
            <Cell width="wide">{left ? '未满' : '8.4 秒满'}</Cell>
          </TableRow>
        ))}
      </Table>
    </>
  );
}

const CHIPS: [ChipKind, string][] = [
  ['open', '报名中'],
  ['few', '名额不多'],
  ['soon', '待开放'],
  ['full', '已满'],
  ['waiting', '可候补'],
  ['seated', '已入座'],
  ['run', '草稿'],
];

function Marks() {
  return (
    <Part name="Chip, Seal, SectionName, Perforation, Motif, Wall, Coping">
      {CHIPS.map(([kind, word]) => (
        <State key={kind}>
          <Chip kind={kind}>{word}</Chip>
        </State>
      ))}
      <State>
        <Seal />
      </State>
      <State>
        <Seal solid />
      </State>
      <State wide>
        <View className="ticket">
          <View className="pad">
            <SectionName course="茶艺" name="一班" />
          </View>
          <Perforation />
          <View className="pad sm t3">12 月 1 日 周二 07:10</View>
        </View>
      </State>
      <State wide>
        <Motif category="tea" />
        <Wall categories={['tea', 'yoga', 'dance']} lit="tea" />
        <Coping />
      </State>
    </Part>
  );
}

function States() {
  return (
    <Part name="Loading, Empty">
      <State wide>
        <Loading rows={2} />
      </State>
      <State wide>
        <Empty title="还没有报班" text="下一期今晚 20:00 开放" action={{ label: '看看班级', onTap: nothing }} />
      </State>
      <State wide>
        <Empty title="网断了" text="连上网以后会自动更新" drawing="signal" />
      </State>
    </Part>
  );
}
