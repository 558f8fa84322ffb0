import { asynchronous, Fail, type Bag } from './call';

/** APIs that WeChat has and the player has not. Each fails in WeChat's words, so that an app shows what it shows then. */
const NAMES =
  `addCard addFileToFavorites addPhoneContact addPhoneRepeatCalendar chooseAddress chooseContact chooseImage chooseInvoice chooseInvoiceTitle
  chooseLocation chooseMedia chooseVideo closeBluetoothAdapter closeSocket compressImage compressVideo connectSocket
  connectWifi createBLEConnection downloadFile editImage exitMiniProgram exitVoIPChat getBackgroundFetchData
  getBatteryInfo getBeacons getChannelsLiveInfo getFuzzyLocation getGroupEnterInfo getHCEState getImageInfo getLocalIPAddress
  getShareInfo getUserInfo getUserProfile getVideoInfo getWeRunData getWifiList join1v1Chat loadFontFace
  navigateBackMiniProgram navigateToMiniProgram openBluetoothAdapter openCard openChannelsActivity openChannelsLive
  openCustomerServiceChat openEmbeddedMiniProgram openLocation openVideoEditor pauseVoice playVoice previewMedia
  requestMerchantTransfer requestOrderPayment requestPayment requestSubscribeDeviceMessage saveFile saveFileToDisk
  saveVideoToPhotosAlbum sendSocketMessage setBackgroundFetchToken setScreenBrightness setWindowSize shareFileMessage
  shareVideoMessage showRedPackage startAccelerometer startBeaconDiscovery startCompass startDeviceMotionListening
  startFacialRecognitionVerify startGyroscope startHCE startLocationUpdate startRecord
  startWifi stopRecord uploadFile`.split(/\s+/);

export const unsupported = (): Bag =>
  Object.fromEntries(
    NAMES.map(name => [
      name,
      asynchronous(name, () => {
        throw new Fail('not supported');
      }),
    ]),
  );
