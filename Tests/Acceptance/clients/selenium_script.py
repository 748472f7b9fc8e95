"""A script as users of Selenium write it: `selenium_script.py HOST:PORT SITE SECRET FILE`."""

import sys

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait


def main(address, site, secret, file):
    options = webdriver.ChromeOptions()
    options.debugger_address = address
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.get(site + "/shop")
    driver.find_element(By.TAG_NAME, "button").click()
    driver.find_element(By.LINK_TEXT, "Sign in").click()
    driver.find_element(By.NAME, "email").send_keys("ada@example.com")
    driver.find_element(By.NAME, "pw").send_keys(secret)
    driver.find_element(By.CSS_SELECTOR, "[type=checkbox]").click()
    Select(driver.find_element(By.TAG_NAME, "select")).select_by_visible_text("Spain")
    driver.find_element(By.TAG_NAME, "textarea").send_keys("Grüße")
    driver.find_element(By.CSS_SELECTOR, "[type=file]").send_keys(file)
    driver.get_screenshot_as_png()
    driver.find_element(By.NAME, "email").send_keys(Keys.ENTER)
    WebDriverWait(driver, 10).until(lambda d: d.title == "Welcome")
    driver.find_element(By.TAG_NAME, "button").click()
    driver.switch_to.alert.accept()
    # A person would rest there too: what is passed in less than 0.12 s is no step.
    ActionChains(driver).move_to_element(driver.find_element(By.ID, "menu")).pause(0.5).perform()
    driver.find_element(By.LINK_TEXT, "Get report").click()
    ActionChains(driver).pause(0.5).perform()
    ActionChains(driver).drag_and_drop(
        driver.find_element(By.ID, "card"), driver.find_element(By.ID, "column")
    ).perform()
    driver.switch_to.new_window("tab")
    driver.get(site + "/care")
    driver.close()
    driver.switch_to.window(driver.window_handles[0])
    driver.refresh()
    driver.back()
    driver.quit()


main(*sys.argv[1:])
