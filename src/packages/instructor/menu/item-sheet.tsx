import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MyMenuItem, Output } from '../../../../domain/api';
import { LENGTH, RANGE, type Range } from '../../../../domain/bounds';
import type { OfferField } from '../../../../domain/menu/words';
import { SLOTS, type Slot } from '../../../../domain/wish/wish';
import { useAct } from '../../../app/act/use-act';
import { betweenText, wholeOf } from '../../../app/typed/whole';
import { Hours } from '../../../features/wish/hours';
import { ActSheet } from '../../../ui/act-sheet';
import { Choice } from '../../../ui/choice';
import { Fact } from '../../../ui/fact';
import { Field } from '../../../ui/field';
import { TextArea } from '../../../ui/text-area';

interface ItemProps {
  /** Absent for a new one. */
  item: MyMenuItem | undefined;
  author: Output<'menu.mine'>['author'];
  onDone: () => void;
  onClose: () => void;
}

type NumberField = 'least' | 'most' | 'lessons' | 'minutes';
const NUMBERS: Record<NumberField, [name: string, hint: string | undefined, range: Range]> = {
  least: ['最少几人', '少于这个数不开班', RANGE.menuPeople],
  most: ['最多几人', undefined, RANGE.menuPeople],
  lessons: ['一共几次', undefined, RANGE.menuLessons],
  minutes: ['每次几分钟', undefined, RANGE.menuMinutes],
};
const NUMBER_FIELDS = Object.keys(NUMBERS) as NumberField[];

type Faults = Partial<Record<OfferField, string>>;

/** The faults that the server would refuse, by field. */
const FAULTS: Faults = {
  course: '请写课名',
  most: '不能比最少人数还少',
  when: '请至少选一个方便的时间',
  organisation: '要和邀请您时写的单位一样',
  instructor: '要和邀请您时写的姓名一样',
};

/** One course of the menu in a form. The name under which it is offered is the author's own. */
export function ItemSheet({ item, author, onDone, onClose }: ItemProps) {
  const isOrganisation = author.organisation !== '';
  const [course, setCourse] = useState(item?.course ?? '');
  const [about, setAbout] = useState(item?.about ?? '');
  const [needs, setNeeds] = useState(item?.needs ?? '');
  const [cost, setCost] = useState(item?.cost == null ? '' : `${item.cost}`);
  const [when, setWhen] = useState<Slot[]>(item?.when ?? []);
  const [instructor, setInstructor] = useState(item?.instructor ?? author.instructor);
  const [organisation, setOrganisation] = useState(
    item?.organisation ?? (author.organisation || (author.organisations[0] ?? '')),
  );
  const [numbers, setNumbers] = useState<Record<NumberField, string>>({
    least: `${item?.least ?? ''}`,
    most: `${item?.most ?? ''}`,
    lessons: `${item?.lessons ?? ''}`,
    minutes: `${item?.minutes ?? 90}`,
  });
  const [faults, setFaults] = useState<Faults>({});
  const { state, act } = useAct('menu.save');

  const send = () => {
    const whole = (field: NumberField) => wholeOf(numbers[field], ...NUMBERS[field][2]);
    const [least, most, lessons, minutes] = NUMBER_FIELDS.map(whole);
    const yuan = cost.trim() === '' ? null : wholeOf(cost, ...RANGE.menuCost);
    const bad: Faults = {
      ...(course.trim() ? {} : { course: FAULTS.course }),
      ...Object.fromEntries(
        NUMBER_FIELDS.filter(field => whole(field) === undefined).map(field => [
          field,
          betweenText(...NUMBERS[field][2]),
        ]),
      ),
      ...(least !== undefined && most !== undefined && least > most ? { most: FAULTS.most } : {}),
      ...(when.length > 0 ? {} : { when: FAULTS.when }),
      ...(yuan === undefined ? { cost: betweenText(...RANGE.menuCost) } : {}),
    };
    setFaults(bad);
    if (least === undefined || most === undefined || lessons === undefined || minutes === undefined) return;
    if (yuan === undefined || Object.keys(bad).length > 0) return;
    const written = { organisation, instructor, course: course.trim(), about: about.trim(), needs: needs.trim() };
    const content = { ...written, least, most, lessons, minutes, when, cost: yuan };
    void act({ menuId: item?.menuId ?? null, revision: item?.revision ?? 0, ...content }, onDone, answer => {
      if (answer.code === 'BAD_MENU')
        setFaults(Object.fromEntries(answer.details.fields.map(field => [field, FAULTS[field] ?? '请再看看这一项'])));
      return `${answer.message}。`;
    });
  };

  return (
    <ActSheet
      title={item ? `改“${item.course}”` : '添一门课'}
      text="只有您和工会看得到，不公开。工会排课时从这里挑。"
      state={state}
      label={item ? '改好了' : '写上菜单'}
      busyLabel="正在保存"
      insteadLabel={item ? '先不改' : '先不添'}
      onAct={send}
      onClose={onClose}
      testId="item-send"
    >
      <Field
        name="课名"
        value={course}
        onInput={setCourse}
        example="例如 古琴入门"
        maxLength={LENGTH.wishTitle}
        fault={faults.course}
        testId="item-course"
      />
      {isOrganisation ? (
        <>
          <View className="stack-3">
            <Fact name="单位">{organisation}</Fact>
          </View>
          <Field
            name="老师（可以不写）"
            value={instructor}
            onInput={setInstructor}
            example="定了是谁就写上"
            maxLength={LENGTH.personName}
            fault={faults.instructor}
            testId="item-instructor"
          />
        </>
      ) : (
        <>
          <View className="stack-3">
            <Fact name="老师">{instructor}</Fact>
            {author.organisations.length === 1 && <Fact name="单位">{organisation}</Fact>}
          </View>
          {author.organisations.length > 1 ? (
            <Choice
              name="哪个单位的课"
              value={organisation}
              options={author.organisations.map(one => [one, one] as const)}
              onChoose={setOrganisation}
              fault={faults.organisation}
              testId="item-organisation"
            />
          ) : (
            author.organisations.length === 0 && (
              <Field
                name="单位（可以不写）"
                value={organisation}
                onInput={setOrganisation}
                maxLength={LENGTH.organisation}
                fault={faults.organisation}
                testId="item-organisation"
              />
            )
          )}
        </>
      )}
      <TextArea
        name="学什么（可以不写）"
        value={about}
        onInput={setAbout}
        example="例如 认识减字谱，十次课弹一首《仙翁操》"
        maxLength={LENGTH.menuAbout}
        size="small"
        testId="item-about"
      />
      {NUMBER_FIELDS.map(field => {
        const [name, hint] = NUMBERS[field];
        return (
          <Field
            key={field}
            name={name}
            value={numbers[field]}
            digits
            onInput={value => setNumbers({ ...numbers, [field]: value })}
            fault={faults[field]}
            hint={hint}
            testId={`item-${field}`}
          />
        );
      })}
      <Hours value={when} onChange={setWhen} fault={faults.when} most={SLOTS.length} />
      <Field
        name="要什么场地和东西（可以不写）"
        value={needs}
        onInput={setNeeds}
        example="例如 有水池的教室，16 张桌子"
        maxLength={LENGTH.menuNeeds}
        testId="item-needs"
      />
      <Field
        name="一个班多少钱（元，可以不写）"
        value={cost}
        digits
        onInput={setCost}
        fault={faults.cost}
        hint="不收费写 0。只有您和工会看得到"
        testId="item-cost"
      />
    </ActSheet>
  );
}
