import type { Page } from 'playwright-core';
import { absentee, afterwards, CHOIR, codeNow, COMING, LECTURE, released, RUNNING } from './worlds';
import { seen, tap, type, type Scene } from './scene';

const batch = `pages/batch/index?batchId=${COMING}`;
const section = (number: string) => `pages/section/index?batchId=${COMING}&sectionId=${COMING}-${number}`;

const wishes = 'packages/me/wishes/index';

/** It is settled who may come. */
const ready = (page: Page) => seen(page, 'waiting-room-good').waitFor();

/** What a worker sees, from the first look to the absence that is no absence. */
export const WORKER: Scene[] = [
  { name: 'worker-home', who: '周建强', at: '19:52:10', path: 'pages/home/index', shows: 'hero' },
  { name: 'worker-batch', who: '周建强', at: '19:52:30', path: batch, shows: 'waiting-room-good' },
  { name: 'worker-remind', who: '周建强', at: '12:30', path: batch, before: ready, shows: 'follow-me' },
  { name: 'worker-profile', who: '新来的', at: '19:40', path: 'packages/me/profile/index', shows: 'profile' },
  { name: 'worker-waiting-room', who: '周建强', at: '19:59:18', path: section('0002'), shows: 'waiting-room-good' },
  {
    name: 'worker-answer',
    who: '周建强',
    at: '20:01',
    world: released,
    path: `pages/answer/index?batchId=${COMING}&sectionId=${COMING}-0002`,
    shows: 'answer-seated',
  },
  {
    name: 'worker-waiting',
    who: '林晓芸',
    at: '20:01',
    world: released,
    path: `pages/answer/index?batchId=${COMING}&sectionId=${COMING}-0004`,
    shows: 'answer-waiting',
  },
  {
    name: 'worker-full',
    who: '周建强',
    at: '20:02',
    world: released,
    path: section('0005'),
    before: page => tap(page, 'claim-full'),
    shows: 'answer-full',
  },
  {
    name: 'worker-follow',
    who: '周建强',
    at: '20:03',
    world: released,
    path: section('0005'),
    shows: 'follow-class',
  },
  {
    name: 'worker-lecture',
    who: '周建强',
    at: '18:53',
    path: `pages/section/index?batchId=${RUNNING}&sectionId=${LECTURE}`,
    shows: 'claim-go',
  },
  {
    name: 'worker-group',
    who: '林晓芸',
    at: '18:53',
    path: `packages/me/class/index?sectionId=${RUNNING}-0001`,
    before: page => tap(page, 'door-group'),
    shows: 'group-code',
  },
  { name: 'worker-mine', who: '张桂兰', at: '18:53', path: 'pages/mine/index', shows: 'next-lesson' },
  {
    name: 'worker-class',
    who: '林晓芸',
    at: '18:53',
    path: `packages/me/class/index?sectionId=${RUNNING}-0001`,
    shows: 'my-class',
  },
  {
    name: 'worker-leave',
    who: '林晓芸',
    at: '18:53',
    path: `packages/me/class/index?sectionId=${RUNNING}-0001`,
    before: page => tap(page, 'leave'),
    shows: 'leave-confirm',
  },
  {
    name: 'worker-drop',
    who: '林晓芸',
    at: '20:01',
    world: released,
    path: `pages/answer/index?batchId=${COMING}&sectionId=${COMING}-0004`,
    before: page => tap(page, 'drop'),
    shows: 'drop-confirm',
  },
  {
    name: 'worker-checked-in',
    who: '张桂兰',
    at: '18:54',
    path: async stage => `pages/checkin/index?code=${await codeNow(stage)}`,
    shows: 'checked-in',
  },
  {
    name: 'worker-absences',
    who: stage => absentee(stage).openid,
    at: '18:53',
    path: 'packages/me/absences/index',
    shows: 'absence',
  },
  { name: 'worker-wishes', who: '周建强', at: '18:53', path: wishes, shows: 'wish-w-sample-video' },
  {
    name: 'worker-my-wishes',
    who: '林晓芸',
    at: '18:53',
    world: afterwards,
    path: wishes,
    before: page => tap(page, 'wish-tab', '我想学的'),
    shows: 'wish-steps',
  },
  {
    name: 'worker-rating',
    who: '林晓芸',
    at: '18:53',
    path: `packages/me/rating/index?sectionId=${RUNNING}-0008&stars=5`,
    before: async page => {
      await tap(page, 'chip-clear');
      await tap(page, 'chip-again');
    },
    shows: 'rating-send',
  },
  {
    name: 'worker-certificate',
    who: '张桂兰',
    at: '18:53',
    world: afterwards,
    path: `packages/me/certificate/index?sectionId=${CHOIR}`,
    shows: 'keep-certificate',
  },
  {
    name: 'worker-check',
    who: '何宇',
    at: '18:54',
    world: afterwards,
    path: async stage => {
      const { certificates } = await stage.ask(stage.openid('张桂兰'), 'certificate.mine', {});
      return `packages/me/check/index?code=${certificates[0]!.code}`;
    },
    before: async page => {
      await type(page, 'check-name', '张桂兰');
      await tap(page, 'check-now');
    },
    shows: 'checked',
  },
  {
    name: 'worker-large',
    who: '张桂兰',
    at: '18:53',
    path: 'pages/me/index',
    large: true,
    shows: 'large-letters',
  },
  {
    name: 'worker-data',
    who: '张桂兰',
    at: '18:53',
    path: 'packages/me/data/index',
    before: page => tap(page, 'data-members'),
    shows: 'data-rows',
  },
  { name: 'worker-erase', who: '张桂兰', at: '18:53', path: 'packages/me/erase/index', shows: 'erase-kept' },
];
