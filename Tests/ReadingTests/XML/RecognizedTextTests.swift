import Reading
import Testing

@Suite struct RecognizedTextTests {
  @Test func readsPAGE() throws {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page imageFilename="rb_20190305_02.tif" imageWidth="2000" imageHeight="3000">
      <TextRegion id="r2"><Coords points="1000,300 1800,300 1800,420 1000,420"/>
      <TextLine id="l3"><Coords points="1000,300 1800,300 1800,340 1000,340"/><TextEquiv><Unicode>到三点五亿元，同比增长百分之八，创下新高。</Unicode></TextEquiv></TextLine></TextRegion>
      <TextRegion id="r1"><Coords points="100,300 900,420"/>
      <TextLine id="l1"><Coords points="180,300 900,300 900,340 180,340"/><Word><Coords points="180,300 500,340"/><TextEquiv><Unicode>全市一季</Unicode></TextEquiv></Word>
      <Word><Coords points="504,300 900,340"/><TextEquiv><Unicode>度完成税收达</Unicode></TextEquiv></Word></TextLine>
      </TextRegion></Page></PcGts>
      """
    let page = try page(Array(xml.utf8), name: "page.xml")
    #expect(page.metadata.format == "page")
    #expect(page.geometricParagraphs == ["全市一季度完成税收达到三点五亿元，同比增长百分之八，创下新高。"])
    #expect(page.metadata.published?.description == "2019-03-05")
  }

  @Test func readsTheCornersOfOldPAGE() throws {
    let xml = """
      <PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2010-03-19"><Page><TextRegion><TextLine>
      <Coords><Point x="10" y="20"/><Point x="400" y="20"/><Point x="400" y="60"/><Point x="10" y="60"/></Coords>
      <TextEquiv><Unicode>全市一季度完成税收</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>
      """
    let page = try page(Array(xml.utf8), name: "page.xml")
    #expect(page.strings == ["全市一季度完成税收"])
    #expect(page.lines[0].box == Box(page: 1, x0: 10, y0: 20, x1: 400, y1: 60))
  }

  @Test func readsHOCR() throws {
    let html = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
      <html><head><title></title><meta name='ocr-system' content='tesseract 5.3'/></head><body>
      <div class='ocr_page' id='page_1' title='image "rb_20190305_02.tif"; bbox 0 0 2000 3000; ppageno 0'>
      <div class='ocr_carea' title="bbox 1000 300 1800 420"><p class='ocr_par'>
      <span class='ocr_line' title="bbox 1000 300 1800 340; baseline 0 -5"><span class='ocrx_word' title='bbox 1000 300 1400 340; x_wconf 90'>到三点五亿元，</span>
      <span class='ocrx_word' title='bbox 1404 300 1800 340'>创下新高。</span></span></p></div>
      <div class='ocr_carea' title="bbox 100 300 900 340"><p class='ocr_par'>
      <span class='ocr_line' title="bbox 180 300 900 340"><span class='ocrx_word' title='bbox 180 300 500 340'>全市一季度</span>
      <span class='ocrx_word' title='bbox 504 300 900 340'>完成税收达</span></span></p></div></div></body></html>
      """
    let page = try page(Array(html.utf8), name: "page.hocr")
    #expect(page.metadata.format == "hocr")
    #expect(page.geometricParagraphs == ["全市一季度完成税收达到三点五亿元，创下新高。"])
    #expect(page.metadata.published?.description == "2019-03-05")
    #expect(page.lines.first?.box == Box(page: 1, x0: 180, y0: 300, x1: 900, y1: 340))
  }
}
