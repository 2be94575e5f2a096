/** What the native parts say: menu, file dialogs, boxes shown when there is no window to speak. The rest is the window's. */
export const text = {
  appName: 'Tổng Kết',

  menu: {
    file: '&Tệp',
    newReport: 'Báo cáo mới…',
    openFile: 'Mở…',
    learnTemplate: 'Học mẫu từ tài liệu…',
    saveNow: 'Lưu ngay',
    exportDocx: 'Xuất Word…',
    exportHtml: 'Xuất trang HTML…',
    exportExchangeFile: 'Gửi cho đồng nghiệp…',
    showHome: 'Trang đầu',
    showSettings: 'Thiết lập',
    quit: 'Thoát',
    edit: '&Sửa',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    cut: 'Cắt',
    copy: 'Sao chép',
    paste: 'Dán',
    pastePlain: 'Dán chỉ lấy chữ',
    selectAll: 'Chọn tất cả',
    format: '&Định dạng',
    bold: 'Đậm',
    italic: 'Nghiêng',
    underline: 'Gạch chân',
    view: '&Xem',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    resetZoom: 'Cỡ thường',
    fullScreen: 'Toàn màn hình',
    help: 'Trợ &giúp',
    showIncidents: 'Nhật ký sự cố',
    about: 'Giới thiệu Tổng Kết',
    devTools: 'Công cụ nhà phát triển',
  },

  dialogs: {
    openReport: 'Mở báo cáo',
    openSamples: 'Chọn văn bản mẫu',
    openCorrections: 'Chọn tệp chỉnh sửa nhãn',
    save: 'Xuất tệp',
    kinds: {
      reports: 'Báo cáo',
      tongket: 'Báo cáo Tổng Kết',
      samples: 'Văn bản mẫu',
      corrections: 'Chỉnh sửa nhãn của Tổng Kết',
      docx: 'Tài liệu Word',
      html: 'Trang HTML',
    },
  },

  openLink: {
    title: 'Mở liên kết',
    message: (host: string) => `Mở “${host}” bằng chương trình khác?`,
    open: 'Mở',
    cancel: 'Không mở',
  },

  notSaved: {
    message: 'Còn thay đổi chưa lưu được',
    detail:
      'Nếu đóng bây giờ, phần chưa lưu sẽ mất. Hãy ở lại để xem vì sao chưa lưu được, hoặc chép phần đó sang nơi khác.',
    close: 'Vẫn đóng',
    stay: 'Ở lại',
  },

  alreadyOpen: {
    title: 'Tổng Kết đang mở',
    detail: (folder: string, pid: number | undefined) =>
      `Thư mục dữ liệu ${folder} đang được một lần chạy khác sử dụng${pid === undefined ? '' : ` (tiến trình ${pid})`}. ` +
      'Hãy dùng cửa sổ đang mở, hoặc đóng lại rồi mở chương trình lần nữa. Không có dữ liệu nào bị thay đổi.',
  },

  startFailed: {
    title: 'Tổng Kết không khởi động được',
    detail: (reason: string) => `Các báo cáo đã lưu vẫn còn nguyên. Hãy báo lại dòng sau cho người hỗ trợ:\n${reason}`,
  },

  crashed: {
    title: 'Cửa sổ gặp sự cố nhiều lần',
    detail: (incident: string) =>
      `Những gì đã báo “Đã lưu” vẫn còn nguyên. Hãy đóng chương trình rồi mở lại. Mã sự cố: ${incident}`,
  },
} as const
